"""Who will work with whom: scores of pairs, a model that learns from what came true, and why it says so."""

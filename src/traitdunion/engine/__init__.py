"""The muscle: what can always be computed again."""

"""The corridor: load, call a step, save; a few lines each."""

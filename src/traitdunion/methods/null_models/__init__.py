"""Null models: how many contacts chance, or distance, would have made."""

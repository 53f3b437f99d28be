"""Ecosystems to try things on: the real Belgian one, and invented ones of any size."""

"""Choosing introductions: the problem, quick and exact choices, bounds, comparisons, draws, groups."""

"""Regions: how specialized they are, how concentrated industries are over them, how strong."""

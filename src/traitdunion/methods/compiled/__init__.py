"""The loops that NumPy cannot say, compiled once and kept: imported where they are used, never at the top."""

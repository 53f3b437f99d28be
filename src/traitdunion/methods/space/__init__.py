"""Space: distances, point patterns with their bands, density clusters, scans, hot spots."""

"""Numbers that loops and those who call them must agree on; nothing here is compiled."""

# Cells over which a site is spread along each side.
SPLINE_ORDER = 6

"""Networks: who bridges, who holds together, what groups have with each other, who would meet."""

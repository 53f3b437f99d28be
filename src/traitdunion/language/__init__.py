"""The voice: the only room that speaks to humans, in French, Dutch and English."""

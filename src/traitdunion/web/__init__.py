"""The site: server-rendered pages over a workspace."""

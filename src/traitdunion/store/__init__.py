"""The memory: what must never be lost. A Django application on SQLite, or PostgreSQL for teams."""

"""The memory as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The application that holds batches, judgments, ecosystems and plans."""

    name = "traitdunion.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

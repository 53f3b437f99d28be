"""Which address shows what."""

from django.urls import path, re_path

from traitdunion.web import views

urlpatterns = [
    path("", views.choose_language, name="start"),
    re_path(r"^(?P<language>fr|nl|en)/$", views.overview, name="overview"),
    re_path(r"^(?:fr|nl|en)/report-(?P<language>fr|nl|en)\.html$", views.other_language),
    re_path(
        r"^(?:fr|nl|en)/(?P<name>lists(?:-(?:fr|nl|en)\.xlsx|/(?:fr|nl|en)/[a-z-]+\.csv))$", views.download
    ),
]

"""Which address shows what."""

from django.urls import path, re_path

from traitdunion.language.site_lists import SHELVES
from traitdunion.web import lists, plans, records, views

_LANGUAGE = r"^(?P<language>fr|nl|en)/"
_LIST = _LANGUAGE + rf"(?P<key>{'|'.join(shelf.key for shelf in SHELVES)})/"
_ONE = r"(?s)" + _LANGUAGE + r"{}/(?P<identity>.+)/$"  # an id may hold anything
_REPORT = r"^(?:fr|nl|en)/report/"

urlpatterns = [
    path("", views.choose_language, name="start"),
    re_path(r"^(?P<language>fr|nl|en)$", views.other_language),
    re_path(r"^static/site\.(?P<digest>[0-9a-f]{16})\.css$", views.style_sheet, name="style"),
    re_path(_LANGUAGE + "$", lists.overview, name="overview"),
    re_path(_LIST + "$", lists.one_list, name="list"),
    re_path(_LIST + r"(?P=key)\.(?P<kind>csv|xlsx)$", lists.download, name="list-file"),
    re_path(_LANGUAGE + "search/$", lists.search, name="search"),
    re_path(_LANGUAGE + "plan/$", plans.plan, name="plan"),
    re_path(_LANGUAGE + r"plan/introductions\.(?P<kind>csv|xlsx)$", plans.download, name="plan-file"),
    re_path(_ONE.format("organizations"), records.organization, name="organization"),
    re_path(_ONE.format("clusters"), records.cluster, name="cluster"),
    re_path(_LANGUAGE + "report/$", views.report, name="report"),
    re_path(_REPORT + r"report-(?P<language>fr|nl|en)\.html$", views.other_report),
    re_path(
        _REPORT + r"(?P<name>lists(?:-(?:fr|nl|en)\.xlsx|/(?:fr|nl|en)/[a-z-]+\.csv))$", views.report_list
    ),
]  # fmt: skip

handler400 = views.bad_request
handler403 = views.bad_request
handler404 = views.not_found
handler500 = views.server_error

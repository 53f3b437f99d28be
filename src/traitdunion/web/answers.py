"""What every answer of the site has in common: who may ask, how it is refused, and what it may load."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation.trans_real import parse_accept_lang_header

from traitdunion.errors import InputError, TraitdunionError, WorkspaceError
from traitdunion.language import reports, site
from traitdunion.language.catalog import FALLBACK, LANGUAGES, error_sentences
from traitdunion.settings import read_settings
from traitdunion.workspace.atlas import Atlas, atlas
from traitdunion.workspace.base import Workspace

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_LONGEST = 200  # signs read of a value in an address; no id, word or search is longer
_READING = ("GET", "HEAD")
View = Callable[..., HttpResponseBase]


def page(view: View) -> View:
    """Let a view be read only, and turn what goes wrong in it into a page that says so."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        request.get_host()  # raises for a name that is not of this machine: no other site can borrow it
        if request.method not in _READING:
            response: HttpResponseBase = refused(request, InputError("page-read-only"), status=405)
            response["Allow"] = ", ".join(_READING)
            return response
        try:
            return guarded(view(request, *args, **values))
        except Http404:
            return refused(request, InputError("page-unknown"), status=404)
        except WorkspaceError as error:
            return refused(request, error, status=404)
        except TraitdunionError as error:
            return refused(request, error, status=404 if error.key == "organization-unknown" else 400)

    return answered


def guarded(response: HttpResponseBase) -> HttpResponseBase:
    """Say what an answer may load and where it may stand, unless it says so itself."""
    response.setdefault("Content-Security-Policy", POLICY)
    response.setdefault("X-Content-Type-Options", "nosniff")
    response.setdefault("Referrer-Policy", "same-origin")
    response.setdefault("X-Frame-Options", "DENY")
    return response


def refused(request: HttpRequest, error: TraitdunionError, *, status: int, read: bool = True) -> HttpResponse:
    """Answer with a page that says what is wrong and how to mend it.

    A request that cannot be read (`read` is false) is not asked for its state.
    """
    language = language_of(request)
    fact, remedy = error_sentences(error, language)
    place = place_of(request, language) if read else site.Place(language, style=style_address())
    room = {} if place.path else {"room": "-"}  # the overview is not what was asked for
    text = site.render("message", place, fact, fact=fact, remedy=remedy, own_search=True, **room)
    return shown(text, language, status=status)


def shown(text: str, language: str, *, status: int = 200) -> HttpResponse:
    """Answer with a page in a language."""
    response = HttpResponse(text, status=status, headers={"Content-Language": language})
    guarded(response)
    return response


def language_of(request: HttpRequest) -> str:
    """Give the language of an address, else the one the browser asks for."""
    first = request.path_info.lstrip("/").partition("/")[0]
    return first if first in LANGUAGES else wished(request)


def wished(request: HttpRequest) -> str:
    """Give the language the browser asks for."""
    found = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    languages = (code.split("-")[0] for code, _ in found)
    return next((one for one in languages if one in LANGUAGES), FALLBACK)


def place_of(request: HttpRequest, language: str) -> site.Place:
    """Read where the reader is from the address: the path after the language, and the state."""
    state = {name[:_LONGEST]: tuple(one[:_LONGEST] for one in values) for name, values in request.GET.lists()}
    first, _, path = request.path_info.lstrip("/").partition("/")
    return site.Place(language, path if first == language else "", state, style_address())


def ground() -> Atlas:
    """Give what the pages stand on."""
    return atlas(Workspace(read_settings(reports_folder().parent)))


def reports_folder() -> Path:
    """Give the folder of the reports of the workspace that is open."""
    return Path(settings.TRAITDUNION_REPORTS)


@cache
def style_sheet() -> bytes:
    """Give the style of the site: that of the report, and what the site adds to it."""
    own = (files("traitdunion.web") / "static" / "site.css").read_text("utf-8")
    return (reports.style() + own).encode()


@cache
def style_digest() -> str:
    """Give the name of the style by its content, so that it may be kept for good."""
    return hashlib.sha256(style_sheet()).hexdigest()[:16]


def style_address() -> str:
    """Give the address of the style."""
    return f"/static/site.{style_digest()}.css"

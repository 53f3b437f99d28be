"""The start, the style, the report of the workspace, and the pages of what goes wrong."""

from __future__ import annotations

import base64
import hashlib
import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from traitdunion.errors import InputError, WorkspaceError
from traitdunion.web import answers

_INLINE = re.compile(r"<(style|script)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL)
_YEAR = 365 * 24 * 3600  # seconds


@answers.page
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the reader on to the language the browser asks for."""
    response = HttpResponseRedirect(f"/{answers.wished(request)}/")
    response["Vary"] = "Accept-Language"
    return response


@answers.page
def other_language(_: HttpRequest, language: str) -> HttpResponse:
    """Send the reader on to the overview in a language."""
    return HttpResponseRedirect(f"/{language}/")


@answers.page
def style_sheet(_: HttpRequest, digest: str) -> HttpResponse:
    """Hand out the style; its address changes with its content, so a browser may keep it."""
    if digest != answers.style_digest():
        raise Http404
    response = HttpResponse(answers.style_sheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    return response


@answers.page
def report(_: HttpRequest, language: str) -> HttpResponse:
    """Show the report, or say how to make one."""
    path = answers.reports_folder() / f"report-{language}.html"
    if not path.exists():
        raise WorkspaceError("report-missing")
    text = path.read_text(encoding="utf-8")
    response = HttpResponse(text, headers={"Content-Language": language})
    response["Content-Security-Policy"] = _policy(text)
    return response


@answers.page
def other_report(_: HttpRequest, language: str) -> HttpResponse:
    """Follow the report's own link to another language."""
    return HttpResponseRedirect(f"/{language}/report/")


@answers.page
def report_list(_: HttpRequest, name: str) -> FileResponse:
    """Hand out a list of the report."""
    path = answers.reports_folder() / name
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django names it
    """Refuse what cannot be read as a request."""
    return answers.refused(request, InputError("page-unreadable"), status=400, read=False)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django names it
    """Say that nothing stands at an address."""
    return answers.refused(request, InputError("page-unknown"), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the site itself failed."""
    return answers.refused(request, WorkspaceError("page-failed"), status=500, read=False)


def _policy(page: str) -> str:
    """Allow the page its own style and script, by their hash, and nothing else."""
    hashes: dict[str, list[str]] = {"style": [], "script": []}
    for kind, content in _INLINE.findall(page):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    allowed = {kind: " ".join(found) or "'none'" for kind, found in hashes.items()}
    return (
        f"default-src 'none'; img-src 'self' data:; style-src {allowed['style']}; "
        f"script-src {allowed['script']}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )

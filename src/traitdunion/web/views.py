"""The pages. The first one is the report of the workspace."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation.trans_real import parse_accept_lang_header

from traitdunion.language.catalog import FALLBACK, LANGUAGES, say

_INLINE = re.compile(r"<(style|script)(?:\s[^>]*)?>(.*?)</\1>", re.DOTALL)


def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the reader on to the language the browser asks for."""
    wished = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    languages = (code.split("-")[0] for code, _ in wished)
    return HttpResponseRedirect(f"/{next((one for one in languages if one in LANGUAGES), FALLBACK)}/")


def overview(_: HttpRequest, language: str) -> HttpResponse:
    """Show the report, or say how to make one."""
    page = _reports() / f"report-{language}.html"
    if not page.exists():
        return HttpResponse(
            say("site-no-report", language), status=404, content_type="text/plain; charset=utf-8"
        )
    text = page.read_text(encoding="utf-8")
    response = HttpResponse(text, headers={"Content-Language": language})
    response["Content-Security-Policy"] = _policy(text)
    return response


def other_language(_: HttpRequest, language: str) -> HttpResponse:
    """Follow the report's own link to another language."""
    return HttpResponseRedirect(f"/{language}/")


def download(_: HttpRequest, name: str) -> FileResponse:
    """Hand out a list of the report."""
    path = _reports() / name
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def _reports() -> Path:
    return Path(settings.TRAITDUNION_REPORTS)


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

"""One organization, and one cluster."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from traitdunion.language import site_records
from traitdunion.language.site import page_of
from traitdunion.web import answers
from traitdunion.workspace import atlas

_LONGEST = 500  # signs of an id


@answers.page
def organization(request: HttpRequest, language: str, identity: str) -> HttpResponse:
    """Show all that is known of an organization; a cluster has a page of its own."""
    ground, place = answers.ground(), answers.place_of(request, language)
    facts = _facts(ground, identity)
    if identity in site_records.clusters_of(ground):
        return HttpResponseRedirect(f"/{language}/{page_of(identity, cluster=True)}")
    return answers.shown(site_records.organization_page(ground, place, facts), language)


@answers.page
def cluster(request: HttpRequest, language: str, identity: str) -> HttpResponse:
    """Show all that is known of a cluster."""
    ground, place = answers.ground(), answers.place_of(request, language)
    facts = _facts(ground, identity)
    if identity not in site_records.clusters_of(ground):
        return HttpResponseRedirect(f"/{language}/{page_of(identity, cluster=False)}")
    profile = atlas.cluster(ground, identity)
    return answers.shown(site_records.cluster_page(ground, place, facts, profile), language)


def _facts(ground: atlas.Atlas, identity: str) -> atlas.OrganizationFacts:
    """Find an organization; what is too long to be an id is no page of the site."""
    if len(identity) > _LONGEST:
        raise Http404
    return atlas.organization(ground, identity)

"""Measurements of an ecosystem: where an activity concentrates, who bridges, what is related."""

from __future__ import annotations

import json
from pathlib import Path

from traitdunion.domain.agglomeration import Location
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import MEASURES, Measure, Measurement
from traitdunion.workspace import analysis
from traitdunion.workspace.base import Workspace
from traitdunion.workspace.documents import map_document

__all__ = ["MEASURES", "export", "export_location", "locate", "measure"]


def locate(workspace: Workspace, ecosystem: Ecosystem, activity: str, *, draws: int = 999) -> Location:
    """Find where an activity concentrates."""
    from traitdunion.steps.locate import locate as located  # noqa: PLC0415  slow to import

    workspace.progress("locate")
    return located(ecosystem, activity, draws=draws, seed=workspace.settings.seed)


def measure(
    workspace: Workspace,
    ecosystem: Ecosystem,
    what: Measure,
    *,
    by: str = "region",
    of: str | None = None,
    draws: int = 999,
) -> Measurement:
    """Measure one thing on the whole network, with the broker of the settings marked or left out."""
    from traitdunion.steps.measure import measure as measured  # noqa: PLC0415  slow to import

    needs = what in ("contacts", "relatedness")
    audited = analysis.audit(workspace, ecosystem) if needs else None
    workspace.progress("measure")
    settings = workspace.settings
    return measured(
        ecosystem,
        what,
        audit=audited,
        by=by,
        of=of,
        broker=settings.broker,
        draws=draws,
        seed=settings.seed,
    )


def export(measured: Measurement, ecosystem: Ecosystem, folder: Path) -> dict[str, Path]:
    """Write the pages and the lists of a measurement into a folder; give the page of each language."""
    from traitdunion.language import measurements  # noqa: PLC0415  slow to import
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  as above
    from traitdunion.language.names import Names  # noqa: PLC0415  as above

    names = {language: Names.within(ecosystem, language) for language in LANGUAGES}
    return measurements.write(measured, folder, names=names)


def export_location(located: Location, ecosystem: Ecosystem, folder: Path) -> dict[str, Path]:
    """Write the pages, the lists and the map data (GeoJSON) of a location into a folder."""
    from traitdunion.language import locations  # noqa: PLC0415  slow to import
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  as above
    from traitdunion.language.names import Names  # noqa: PLC0415  as above
    from traitdunion.registers.boundaries import outlines  # noqa: PLC0415  as above

    names = {language: Names.within(ecosystem, language) for language in LANGUAGES}
    pages = locations.write(located, folder, names=names, outlines=outlines())
    document = json.dumps(map_document(located), ensure_ascii=False, indent=1)
    (folder / "locate.geojson").write_text(document + "\n", encoding="utf-8")
    return pages

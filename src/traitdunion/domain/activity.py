"""Fields of activity, as each way of saying it knows them.

Organizations say what they do in three ways: by a code of NACE, by a topic of their own, and by the projects
they take part in. A field reads all three; what it reads stands here in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A broad activity, as each way of saying it knows it.

    Attributes
    ----------
    divisions : tuple of str
        First digits of NACE Rev. 2 codes.
    topics : frozenset of str
        Ids of topics.
    themes : str
        Pattern of the beginning of a project's theme: a part of the framework programme or a topic code.
    source : str
        Whose delimitation the codes follow.
    """

    divisions: tuple[str, ...]
    topics: frozenset[str]
    themes: str
    source: str


FIELDS: Mapping[str, Field] = {
    "life-sciences": Field(
        divisions=("21", "266", "325", "7211"),
        topics=frozenset(
            ["biotech", "pharma", "cell-gene-therapy", "vaccines", "diagnostics", "medtech", "digital-health"]
        ),
        themes=r"SC1\b|PHC-|HCO-|IMI2|JTI-IMI2|BIOTEC-|HORIZON-HLTH|HORIZON-JU-IHI|HEALTH\b",
        source="pharmaceuticals, medical devices and research in biotechnology",
    ),
    "digital": Field(
        divisions=("261", "262", "263", "264", "268", "465", "582", "61", "62", "631", "951"),
        topics=frozenset(
            [
                "software",
                "it-services",
                "artificial-intelligence",
                "data",
                "iot",
                "telecom",
                "cybersecurity",
                "blockchain",
                "simulation",
                "games-media",
            ]
        ),
        themes=r"ICT-|DT-ICT|DS-|SU-DS|IOT-|FETHPC|EU[BJK]-|ECSEL|INFRAEDI|HORIZON-CL4-\d+-DIGITAL|DIGITAL-",
        source="OECD (2007), information economy: sector definitions",
    ),
    "energy": Field(
        divisions=("05", "06", "19", "35"),
        topics=frozenset(["energy", "smart-grids", "batteries", "hydrogen", "wind-energy", "solar-energy"]),
        themes=r"SC3\b|LCE-|LC-SC3|EE-|EEB-|FCH-|LC-BAT|SCC-|HORIZON-CL5-\d+-D[234]|HORIZON-JU-CLEANH2",
        source="Eurostat, main industrial grouping energy, without water supply",
    ),
    "manufacturing": Field(
        divisions=tuple(str(division) for division in range(10, 34)),
        topics=frozenset(
            [
                "manufacturing",
                "industry-4-0",
                "robotics",
                "automation",
                "mechatronics",
                "machine-building",
                "metalworking",
                "steel",
                "additive-manufacturing",
                "materials",
                "composites",
                "plastics",
                "textiles",
                "glass",
                "wood-furniture",
                "automotive",
                "aerospace",
                "chemistry",
                "electronics",
                "semiconductors",
                "photonics",
                "sensors",
                "lighting-electrical",
            ]
        ),
        themes=r"FOF-|DT-FOF|(?:CE-|LC-)?SPIRE-|(?:DT-|CE-|LC-)?NMBP-|NMP-|PILOTS-|HORIZON-CL4-\d+-TWIN",
        source="NACE Rev. 2, section C",
    ),
}

"""What an organization does: NACE codes of three vintages, their labels and what they belong to.

Codes and labels come from `bce-codes-to-label`, which carries the Belgian tables NACE-BEL 2003, 2008 and
2025. Their first four digits are NACE Rev. 1.1, Rev. 2 and Rev. 2.1; what follows is Belgian.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from traitdunion.errors import InputError

Version = Literal["rev1.1", "rev2", "rev2.1"]
Language = Literal["fr", "nl", "de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

# The Belgian table of each version; its year also names the version in the Crossroads Bank's files.
_YEARS: Mapping[Version, str] = {"rev1.1": "2003", "rev2": "2008", "rev2.1": "2025"}
_VERSIONS: dict[str, Version] = {year: version for version, year in _YEARS.items()} | {
    version: version for version in _YEARS
}

# First and last division of each section; the tables name the sections but not their divisions.
# Regulations (EC) 29/2002, (EC) 1893/2006 and (EU) 2023/137.
_SECTIONS: Mapping[Version, str] = {
    "rev1.1": "A01-02 B05-05 C10-14 D15-37 E40-41 F45-45 G50-52 H55-55 I60-64 J65-67 K70-74 L75-75 M80-80 "
    "N85-85 O90-93 P95-97 Q99-99",
    "rev2": "A01-03 B05-09 C10-33 D35-35 E36-39 F41-43 G45-47 H49-53 I55-56 J58-63 K64-66 L68-68 M69-75 "
    "N77-82 O84-84 P85-85 Q86-88 R90-93 S94-96 T97-98 U99-99",
    "rev2.1": "A01-03 B05-09 C10-33 D35-35 E36-39 F41-43 G46-47 H49-53 I55-56 J58-60 K61-63 L64-66 M68-68 "
    "N69-75 O77-82 P84-84 Q85-85 R86-88 S90-93 T94-96 U97-98 V99-99",
}
_WRITTEN = re.compile(
    r"^(?:NACE[-\s]?(?:BEL)?[-\s]*(?:(?P<version>REV\.?\s*(?:1\.1|2\.1|2)|2003|2008|2025)?(?:\s|:|$)\s*))?"
    r"(?P<section>[A-V][A-V]?)?[\s.]*(?P<code>\d[\d.\s]*)?$"
)


@dataclass(frozen=True, slots=True)
class Activity:
    """A class of economic activity in one version of one scheme.

    Attributes
    ----------
    scheme : str
        `"nace"`.
    version : str
        `"rev1.1"`, `"rev2"` or `"rev2.1"`.
    code : str
        A section's letter, two letters for a subsection (Rev. 1.1 only), or two to seven digits without a
        point.
    """

    scheme: Literal["nace"]
    version: Version
    code: str

    def __str__(self) -> str:
        return f"{self.scheme}-{self.version}:{self.code}"

    @property
    def division(self) -> str | None:
        """The first two digits; a section has none."""
        return self.code[:2] if self.code.isdigit() else None

    @property
    def section(self) -> str | None:
        """The letter of the section; NACE-BEL 2003 has five codes, from 98901 on, outside every section."""
        return _sections(self.version).get(self.division) if self.division else self.code[0]


def parse_activity(text: str, *, version: str = "rev2") -> Activity:
    """Read an activity code.

    Parameters
    ----------
    text : str
        As in `28.41`, `2841`, `28410`, `C28.41`, `C`, `NACE 28.41` or `nace-rev2:2841`.
    version : str
        Of codes that do not state theirs: `rev1.1`, `rev2`, `rev2.1`, or the year of NACE-BEL.

    Raises
    ------
    InputError
        `activity-format`, `unknown-activity-version`, `unknown-activity`; `activity-section` when the letter
        is not the section of the digits.

    Examples
    --------
    >>> str(parse_activity("C28.41"))
    'nace-rev2:2841'
    """
    written = _WRITTEN.match(text.strip().upper())
    if written is None or not (written["section"] or written["code"]):
        raise InputError("activity-format", text=text)
    stated = re.sub(r"[.\s]*(?=[\d])", "", written["version"] or "", count=1).lower()
    known = _VERSIONS.get(stated or version)
    if known is None:
        raise InputError("unknown-activity-version", version=stated or version, versions=tuple(_YEARS))
    activity = Activity("nace", known, _digits(written["code"]) or written["section"])
    _entry(activity)
    if written["section"] and activity.section != written["section"][0]:
        raise InputError("activity-section", text=text, section=activity.section)
    return activity


def activity_label(activity: Activity, language: Language) -> str:
    """What the activity is called, as the Crossroads Bank's table has it.

    Raises
    ------
    InputError
        `unknown-activity`, or `unknown-language` for one other than fr, nl, de and en.

    Examples
    --------
    >>> activity_label(parse_activity("28.41"), "en")
    'Manufacture of metal forming machinery'
    """
    if language not in LANGUAGES:
        raise InputError("unknown-language", language=language, languages=LANGUAGES)
    # The table of 2008 heads a section with its letter: "SECTION C -- ...".
    label = re.sub(r"^(?:SECTION |SECTIE )?[A-V] -- ", "", str(_entry(activity)[f"label_{language}"]))
    return label.strip()


def activity_parents(activity: Activity) -> tuple[Activity, ...]:
    """What the activity belongs to, from the nearest upwards: group, division, at last the section.

    Raises
    ------
    InputError
        `unknown-activity`.

    Examples
    --------
    >>> [parent.code for parent in activity_parents(parse_activity("28.41"))]
    ['284', '28', 'C']
    """
    above = [_digits(code) for code in _entry(activity)["ancestors"]]
    if activity.section is not None and activity.section != activity.code:
        above.append(activity.section)
    return tuple(Activity(activity.scheme, activity.version, code) for code in above)


def _digits(code: str | None) -> str:
    """Drop the points; a lone digit before the first point has lost its zero to a spreadsheet."""
    code = re.sub(r"\s", "", code or "")
    if re.match(r"\d\.", code):
        code = f"0{code}"
    return code.replace(".", "")


def _entry(activity: Activity) -> Mapping[str, Any]:
    entry = _table().get(f"{_YEARS[activity.version]}:{activity.code}")
    if entry is None:
        raise InputError("unknown-activity", code=activity.code, version=activity.version)
    return entry


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    # Importing the package would read all its tables, 9 MB; this one is wanted alone.
    package = importlib.util.find_spec("bce_codes_to_label")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("bce_codes_to_label")
    text = Path(package.origin).with_name("data").joinpath("nace.json").read_bytes()
    codes: Mapping[str, Mapping[str, Any]] = json.loads(text)["codes"]
    return codes


@cache
def _sections(version: Version) -> Mapping[str, str]:
    """Section of each division."""
    return {
        f"{division:02d}": span[0]
        for span in _SECTIONS[version].split()
        for division in range(int(span[1:3]), int(span[4:6]) + 1)
    }

"""Who does an activity: by what they say, and by the projects they take part in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.activity import FIELDS
from traitdunion.domain.ecosystem import Ecosystem, incidence
from traitdunion.errors import InputError

Bools = npt.NDArray[np.bool_]
_CODE = re.compile(r"\d{2}(?:\.?\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Practice:
    """Who does an activity, and by what that is known.

    Attributes
    ----------
    activity : str
    kind : {"field", "nace", "theme"}
    by_code, by_topic, by_project : ndarray of bool, shape (organizations,)
        Known by a NACE code, by a topic of its own, by taking part in a project.
    """

    activity: str
    kind: str
    by_code: Bools
    by_topic: Bools
    by_project: Bools

    @property
    def anyhow(self) -> Bools:
        """Known in any of the three ways."""
        return self.by_code | self.by_topic | self.by_project


def practised(ecosystem: Ecosystem, activity: str) -> Practice:
    """Find who does an activity.

    Parameters
    ----------
    ecosystem : Ecosystem
    activity : str
        A key of `FIELDS`; a NACE code such as "28" or "26.60", which holds for all codes below it; or a
        topic of organizations or a theme of projects, as it is written in the data.

    Raises
    ------
    InputError
        `activity-unknown`, with what comes nearest, when nobody is known to do it.
    """
    word = activity.strip()
    if word.lower() in FIELDS:
        field = FIELDS[word.lower()]
        pattern = re.compile(field.themes, re.IGNORECASE)
        found = Practice(
            word.lower(),
            "field",
            _coded(ecosystem, field.divisions),
            _stated(ecosystem, field.topics),
            _took_part(ecosystem, lambda theme: pattern.match(theme) is not None),
        )
    elif _CODE.fullmatch(word):
        nobody = np.zeros(ecosystem.organizations.num_rows, dtype=bool)
        found = Practice(word, "nace", _coded(ecosystem, (word.replace(".", ""),)), nobody, nobody)
    else:
        nobody = np.zeros(ecosystem.organizations.num_rows, dtype=bool)
        projects = _took_part(ecosystem, lambda theme: theme.casefold() == word.casefold())
        found = Practice(word, "theme", nobody, _stated(ecosystem, {word}), projects)
    if not found.anyhow.any():
        raise InputError("activity-unknown", activity=word, known=_nearest(ecosystem, word))
    return found


def _coded(ecosystem: Ecosystem, divisions: Iterable[str]) -> Bools:
    begin = tuple(divisions)
    stated = ecosystem.organizations["activities"].to_pylist()
    return np.array(
        [any(code.rpartition(":")[2].startswith(begin) for code in codes or ()) for codes in stated],
        dtype=bool,
    )


def _stated(ecosystem: Ecosystem, topics: Iterable[str]) -> Bools:
    wanted = frozenset(topic.casefold() for topic in topics)
    stated = ecosystem.organizations["topics"].to_pylist()
    return np.array(
        [any(topic.casefold() in wanted for topic in found or ()) for found in stated], dtype=bool
    )


def _took_part(ecosystem: Ecosystem, wanted: Callable[[str], bool]) -> Bools:
    about = [any(wanted(theme) for theme in found or ()) for found in ecosystem.events["topics"].to_pylist()]
    chosen = np.asarray(about, dtype=float)
    return np.asarray(incidence(ecosystem) @ chosen > 0, dtype=bool)


def _nearest(ecosystem: Ecosystem, word: str) -> list[str]:
    """Give what could have been meant: fields, and the words of the data that are spelled alike."""
    columns = (ecosystem.organizations["topics"], ecosystem.events["topics"])
    words = {theme for column in columns for found in column.to_pylist() for theme in found or ()}
    return [*sorted(FIELDS), *difflib.get_close_matches(word, sorted(words), n=5)]

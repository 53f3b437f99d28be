"""What organizations are and did, as arrays: all that advice is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What organizations are and did.

    Attributes
    ----------
    part : csr_array, shape (n, m)
        One where organization i took part in meeting j: a project, an event, a tie of two.
    day : ndarray, shape (m,)
        Of each meeting, in days; -inf where it is not known.
    dated : ndarray of bool, shape (m,)
        The meeting has a date of its own. Others are known to be old, not how old.
    themes, families : csr_array, shape (m, t), (m, f)
        One where a meeting has the theme, and the family of themes.
    words : csr_array, shape (m, v)
        How often each word stands in the texts of a meeting.
    calls : csr_array, shape (m, v)
        The same of the labels of a meeting's topics alone: what is known of it before it begins.
    vocabulary : tuple of str, length v
    kind, region : ndarray of int, shape (n,)
        Codes; -1 where not known.
    lat, lon : ndarray, shape (n,)
        Degrees, NaN where not known.
    profile : csr_array, shape (n, a)
        One where an organization states an activity or a topic of its own.
    needs, offers : csr_array, shape (n, x)
        One where an organization states a need, and where it offers what others need.
    group : csr_array, shape (n, n)
        One between organizations of one group of owners.
    home : ndarray of bool, shape (n,)
        Who is advised, and who is named in advice.
    """

    part: Any
    day: Floats
    dated: Bools
    themes: Any
    families: Any
    words: Any
    calls: Any
    vocabulary: tuple[str, ...]
    kind: Ints
    region: Ints
    lat: Floats
    lon: Floats
    profile: Any
    needs: Any
    offers: Any
    group: Any
    home: Bools

    @property
    def known(self) -> Ints:
        """Rows of the home organizations that took part in anything, or state what they do, need or offer."""
        said = (self.part, self.profile, self.needs, self.offers)
        spoken = np.sum([np.asarray(one.sum(axis=1)).ravel() for one in said], axis=0)
        return np.flatnonzero(self.home & (spoken > 0))

    @property
    def met(self) -> Ints:
        """Rows of the home organizations that took part in something dated."""
        took_part = np.asarray(self.part[:, self.dated].sum(axis=1)).ravel()
        return np.flatnonzero(self.home & (took_part > 0))

    def before(self, day: float) -> Evidence:
        """Give what was known before a day.

        Examples
        --------
        >>> evidence = example()
        >>> evidence.part.shape[1], evidence.before(2.0).part.shape[1]
        (3, 2)
        """
        kept = np.flatnonzero(self.day < day)
        return replace(
            self,
            part=sparse.csr_array(self.part[:, kept]),
            day=self.day[kept],
            dated=self.dated[kept],
            themes=self.themes[kept],
            families=self.families[kept],
            words=self.words[kept],
            calls=self.calls[kept],
        )

    def partners_between(self, start: float, end: float, rows: Ints, columns: Ints) -> Any:
        """Tell who of `rows` met whom of `columns` from a day on, and before another.

        Returns
        -------
        csr_array of bool, shape (rows, columns)

        Examples
        --------
        >>> example().partners_between(0.0, 2.0, np.array([0]), np.array([0, 1, 2])).toarray().tolist()
        [[False, True, False]]
        """
        chosen = np.flatnonzero(self.dated & (self.day >= start) & (self.day < end))
        part = self.part[:, chosen]
        found = sparse.csr_array(part[rows] @ part[columns].T) != 0
        return apart(found, rows, columns)


def apart(pairs: Any, rows: Ints, columns: Ints) -> Any:
    """Take the pairs of an organization with itself out.

    Examples
    --------
    >>> apart([[True, True]], np.array([3]), np.array([3, 4])).toarray().tolist()
    [[False, True]]
    """
    found = sparse.coo_array(pairs)
    other = rows[found.row] != columns[found.col]
    cells = (found.data[other], (found.row[other], found.col[other]))
    kept = sparse.csr_array(cells, shape=found.shape, dtype=bool)
    kept.eliminate_zeros()
    return kept


def example() -> Evidence:
    """Three organizations and three meetings, for examples.

    Examples
    --------
    >>> example().known.tolist()
    [0, 1, 2]
    """
    part = sparse.csr_array(np.array([[1.0, 0, 0], [1, 1, 0], [0, 1, 1]]))
    none = sparse.csr_array((3, 0))
    return Evidence(
        part=part,
        day=np.array([0.0, 1.0, 2.0]),
        dated=np.ones(3, dtype=bool),
        themes=sparse.csr_array(np.eye(3)),
        families=none,
        words=none,
        calls=none,
        vocabulary=(),
        kind=np.array([0, 1, 1]),
        region=np.array([0, 0, 1]),
        lat=np.array([51.0, 51.0, np.nan]),
        lon=np.array([4.0, 4.1, np.nan]),
        profile=none,
        needs=none,
        offers=none,
        group=sparse.csr_array((3, 3)),
        home=np.ones(3, dtype=bool),
    )

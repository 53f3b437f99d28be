"""Evidence made by hand or by dice."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.methods.partners.evidence import Evidence, example
from traitdunion.methods.partners.windows import YEAR


def evidence(
    meetings: Sequence[Sequence[int]], *, size: int, days: Sequence[float] | None = None, **said
) -> Evidence:
    """Organizations that met, one meeting after the other, each with a theme of its own."""
    part = np.zeros((size, len(meetings)))
    for column, met in enumerate(meetings):
        part[list(met), column] = 1.0
    none, count = sparse.csr_array((len(meetings), 0)), len(meetings)
    made = replace(
        example(),
        part=sparse.csr_array(part),
        day=np.array(range(count) if days is None else days, dtype=float),
        dated=np.ones(count, dtype=bool),
        themes=sparse.csr_array(np.eye(count)),
        families=none,
        words=none,
        calls=none,
        kind=np.zeros(size, dtype=np.int64),
        region=np.full(size, -1),
        lat=np.full(size, np.nan),
        lon=np.full(size, np.nan),
        profile=sparse.csr_array((size, 0)),
        needs=sparse.csr_array((size, 0)),
        offers=sparse.csr_array((size, 0)),
        group=sparse.csr_array((size, size)),
        home=np.ones(size, dtype=bool),
    )
    return replace(made, **said)


def dice_world(
    seed: int, *, size: int = 60, meetings: int = 400, by: str = "place", years: float = 6.0
) -> Evidence:
    """Organizations in two towns and of two themes, that meet in threes by their place or by their theme."""
    dice = np.random.default_rng(seed)
    town, theme = dice.integers(2, size=size), dice.integers(2, size=size)
    alike = town if by == "place" else theme
    met, themes = [], []
    for _ in range(meetings):
        first = int(dice.integers(size))
        others = np.flatnonzero((alike == alike[first]) & (np.arange(size) != first))
        met.append([first, *dice.choice(others, 2, replace=False).tolist()])
        themes.append([theme[first] == 0, theme[first] == 1])
    days = np.sort(dice.uniform(0, years * YEAR, meetings))
    return evidence(
        met,
        size=size,
        days=days,
        themes=sparse.csr_array(np.array(themes, dtype=float)),
        lat=51.0 - 1.5 * town + dice.normal(0, 0.02, size),
        lon=np.full(size, 4.4),
        region=town.astype(np.int64),
        kind=dice.integers(2, size=size),
        profile=sparse.csr_array(np.eye(2)[theme]),
    )


@st.composite
def small_worlds(draw, size: int = 7) -> Evidence:
    """Anything: meetings of one or more, dated or not, some organizations nobody has met."""
    count = draw(st.integers(0, 8))
    met = [
        draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=4, unique=True)) for _ in range(count)
    ]
    dated = np.array([draw(st.booleans()) for _ in range(count)], dtype=bool)
    numbers = st.floats(-1, 1, allow_nan=False)
    return evidence(
        met,
        size=size,
        days=[draw(st.integers(0, 5)) if known else -np.inf for known in dated],
        dated=dated,
        words=sparse.csr_array(
            np.array(
                [[draw(st.integers(0, 2)) for _ in range(3)] for _ in range(count)], dtype=float
            ).reshape(count, 3)
        ),
        lat=np.array([draw(st.one_of(numbers, st.just(np.nan))) for _ in range(size)]),
        lon=np.array([draw(numbers) for _ in range(size)]),
        region=np.array([draw(st.integers(-1, 1)) for _ in range(size)]),
        kind=np.array([draw(st.integers(-1, 1)) for _ in range(size)]),
    )

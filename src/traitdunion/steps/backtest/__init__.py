"""Backtest: how often yesterday's advice came true, beside every baseline.

The advisor is handed the ecosystem as it was known on the last day of `until`, and nothing else; what was
dated later is only looked at to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import numpy as np

from traitdunion.domain.backtest import Advisor, Backtest, Bools
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import known_by
from traitdunion.domain.partial_date import first_day, last_day
from traitdunion.errors import InputError
from traitdunion.steps.backtest.clusters import cluster_tasks
from traitdunion.steps.backtest.newcomers import newcomer_task
from traitdunion.steps.backtest.partners import judged_partners
from traitdunion.version import VERSION

COUNTRY, EVERY = "BE", "all"


def backtest(
    ecosystem: Ecosystem,
    advisor: Advisor,
    *,
    until: str,
    start: str,
    to: str | None = None,
    country: str | None = None,
    seed: int = 1,
    progress: Callable[[str], None] = lambda _: None,
) -> Backtest:
    """Give advice as of an earlier day, and see what came true.

    Parameters
    ----------
    ecosystem : Ecosystem
    advisor : Advisor
        Who gives the advice.
    until, start, to : str
        Year, month or day: the last day the advice knows, the first it is judged by, and the last.
    country : str, optional
        Two letters: whose organizations are advised, and named; others count as partners in between. "all":
        those of every country. By default Belgium's, or where there are none those of the country with the
        most.
    seed : int
        Of the intervals, of the negatives, of the random baseline.

    Returns
    -------
    Backtest

    Raises
    ------
    InputError
        `day-not-a-date`, `backtest-days`, `backtest-no-history`, `country-without-organizations`.
    """
    known, begin, end = _days(until, start, to)
    before = known_by(ecosystem, known)
    chosen, home = _home(before, country)
    progress("backtest-partners")
    partners = judged_partners(ecosystem, before, advisor, home, begin, end, seed=seed)
    progress("backtest-newcomers")
    newcomers = newcomer_task(
        ecosystem, before, advisor, home, _at_home(ecosystem, chosen), begin, end, seed=seed
    )
    progress("backtest-clusters")
    clusters = cluster_tasks(ecosystem, advisor, known, begin, end, seed=seed)
    tasks = (*partners.tasks, newcomers, *clusters)
    return Backtest(
        tasks={one.name: one for one in tasks},
        calibration=partners.calibration,
        spread=partners.spread,
        learned=partners.learned,
        parameters={"until": until, "from": start, "to": to, "country": chosen},
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def _days(until: str, start: str, to: str | None) -> tuple[date, date, date]:
    try:
        known, begin = last_day(until), first_day(start)
        end = last_day(to) if to else date.max
    except ValueError as error:
        value = ", ".join(one for one in (until, start, to) if one)
        raise InputError("day-not-a-date", value=value) from error
    if begin <= known or end < begin:
        raise InputError("backtest-days", until=until, start=start, to=to or "")
    return known, begin, end


def _home(before: Ecosystem, country: str | None) -> tuple[str, Bools]:
    stated = sorted({one for one in before.organizations["country"].to_pylist() if one})
    if country is None:
        chosen = _usual(before)
    elif country.casefold() == EVERY:
        chosen = EVERY
    else:
        chosen = country.upper()
        if before.organizations.num_rows and chosen not in stated:
            raise InputError("country-without-organizations", value=country, known=stated)
    return chosen, _at_home(before, chosen)


def _usual(before: Ecosystem) -> str:
    counted = Counter(one for one in before.organizations["country"].to_pylist() if one)
    if COUNTRY in counted or not counted:
        return COUNTRY
    return str(min(counted, key=lambda one: (-counted[one], one)))


def _at_home(ecosystem: Ecosystem, country: str) -> Bools:
    """Mark whom advice is for, and about: all of a country but clusters."""
    kinds, countries = (ecosystem.organizations[name].to_pylist() for name in ("kind", "country"))
    return np.array(
        [kind != "cluster" and country in (EVERY, own) for kind, own in zip(kinds, countries, strict=True)],
        dtype=bool,
    )

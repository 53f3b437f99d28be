"""What is published of who works with whom: coefficients to begin with, and to keep where nothing is learned.

Published studies agree on signs and on an order, not on sizes that carry over: having met before and partners
in common come first, what both work on second, distance third; the same owner and the same kind of
institution help, and matter least. The sizes here are ours and follow that order: what a candidate one
standard deviation nearer gains is 0.6 by social proximity, 0.5 by cognitive, some 0.15 by geographic and by
institutional. A stated need that the candidate offers counts 3: no study says so, who lists a need does.

Paier & Scherngell (2011), Determinants of collaboration in European R&D networks, Industry and Innovation
18: prior acquaintance, thematic and geographical proximity, network effects. Autant-Bernard, Billand,
Frachisse & Massard (2007), Social distance versus spatial distance in R&D cooperation, Papers in Regional
Science 86: social before geographical. Scherngell & Barber (2009), Spatial interaction modelling of
cross-region R&D collaborations, Papers in Regional Science 88: technological before geographical. Cassi &
Plunket (2014), Proximity, network formation and inventive performance, Annals of Regional Science 53: all
of them positive. Werker, Korzinov & Cunningham (2019), Formation and output of collaborations, Journal of
Evolutionary Economics 29: cognitive the strongest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from traitdunion.methods.partners.features import Feature

Floats = npt.NDArray[np.float64]

PRIOR: Mapping[str, float] = {
    "adamic_adar_every": 0.3,
    "wide_walk": 0.15,
    "wide_walk_back": 0.15,
    "themes": 0.2,
    "text": 0.1,
    "profile": 0.2,
    "need": 3.0,
    "offer": 1.5,
    "nearness": 0.5,
    "region": 0.3,
    "group": 0.5,
    "degree": 0.1,
}


def prior_of(named: Sequence[Feature]) -> Floats:
    """Give the prior coefficient of each feature.

    Examples
    --------
    >>> from traitdunion.methods.partners.features import FEATURES
    >>> float(prior_of(FEATURES[:2])[1])
    0.3
    """
    return np.array([PRIOR.get(feature.name, 0.0) for feature in named])

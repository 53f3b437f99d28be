"""Aggregations of a register, as SQL in DuckDB's dialect.

Each is a template for the names of the relation and of its columns. Whole numbers add up to the same in any
order; sums of others are ordered, so that the same relation gives the same bits however the work is divided.
"""

# ruff: noqa: S608  parts of our own are put together here, nothing that was handed in
from __future__ import annotations

# Not NULL, not NaN (which is larger than everything), not infinite.
_NUMBER = "coalesce(abs(jobs) <= 1.7976931348623157e308, false)"
_KNOWN = "region IS NOT NULL AND activity IS NOT NULL"

COLUMNS = "SELECT * FROM {relation} LIMIT 0"

# Establishments in each cell; cells come in no order, and are put in their place by name.
ESTABLISHMENTS = f"""
WITH cells AS (
  SELECT region, activity, count(*) AS size FROM {{relation}} WHERE {_KNOWN} GROUP BY region, activity
)
SELECT
  CAST(region AS VARCHAR) AS region, CAST(activity AS VARCHAR) AS activity, CAST(size AS DOUBLE) AS size,
  0 AS unknown, 0 AS negative
FROM cells
"""

# Equal sizes are counted first: what is then added up in order is short.
_SIZES = f"""
sizes AS (
  SELECT region, activity, CAST(jobs AS DOUBLE) AS jobs, count(*) AS plants
  FROM {{plants}} WHERE {_KNOWN} GROUP BY region, activity, jobs
),
cells AS (
  SELECT
    region, activity, coalesce(sum(plants * jobs ORDER BY jobs), 0.0) AS size,
    CAST(sum(CASE WHEN {_NUMBER} THEN 0 ELSE plants END) AS BIGINT) AS unknown,
    CAST(sum(CASE WHEN jobs < 0 THEN plants ELSE 0 END) AS BIGINT) AS negative
  FROM sizes GROUP BY region, activity
)
"""

# Jobs in each cell.
JOBS = f"""
WITH {_SIZES}
SELECT
  CAST(region AS VARCHAR) AS region, CAST(activity AS VARCHAR) AS activity, size, unknown, negative
FROM cells
"""

# One row for each plant and activity, where a plant may stand in several rows.
BY_PLANT = f"""(
  SELECT
    region, activity, plant,
    CASE WHEN count(jobs) = count(*) THEN sum(CAST(jobs AS DOUBLE) ORDER BY jobs) END AS jobs
  FROM {{relation}} WHERE {_KNOWN} GROUP BY region, activity, plant
)"""

# Jobs in each cell, and of each activity the plants with jobs and the sums of powers of their shares.
PLANT_SUMS = f"""
WITH {_SIZES},
bands AS (
  SELECT activity, jobs, CAST(sum(plants) AS BIGINT) AS plants FROM sizes WHERE jobs > 0
  GROUP BY activity, jobs
),
whole AS (SELECT activity, sum(plants * jobs ORDER BY jobs) AS jobs FROM bands GROUP BY activity),
shared AS (
  SELECT bands.activity, bands.jobs, bands.plants, bands.jobs / whole.jobs AS share
  FROM bands JOIN whole ON bands.activity = whole.activity
),
powers AS (
  SELECT
    activity, CAST(sum(plants) AS BIGINT) AS plants,
    sum(plants * share * share ORDER BY jobs) AS herfindahl,
    sum(plants * share * share * share ORDER BY jobs) AS cubes,
    sum(plants * share * share * share * share ORDER BY jobs) AS fourths
  FROM shared GROUP BY activity
)
SELECT
  CAST(cells.region AS VARCHAR) AS region, CAST(cells.activity AS VARCHAR) AS activity, cells.size,
  cells.unknown, cells.negative, coalesce(powers.plants, 0) AS plants,
  powers.herfindahl, powers.cubes, powers.fourths
FROM cells LEFT JOIN powers ON cells.activity = powers.activity
"""

# Jobs of each region, as what chance follows.
TOTALS = """
SELECT CAST(region AS VARCHAR) AS region, sum(CAST(jobs AS DOUBLE) ORDER BY jobs) AS jobs
FROM {relation} WHERE region IS NOT NULL GROUP BY region ORDER BY region
"""

_SHARES = """
regions AS (SELECT region, sum(size ORDER BY activity) AS size FROM {cells} GROUP BY region),
activities AS (SELECT activity, sum(size ORDER BY region) AS size FROM {cells} GROUP BY activity),
whole AS (SELECT sum(size ORDER BY region) AS size FROM regions),
shares AS (
  SELECT
    {cells}.region, {cells}.activity,
    {cells}.size / regions.size AS of_region, activities.size / whole.size AS of_whole,
    {cells}.size / activities.size AS of_activity, regions.size / whole.size AS of_place
  FROM {cells}
  JOIN regions ON {cells}.region = regions.region
  JOIN activities ON {cells}.activity = activities.activity
  CROSS JOIN whole
  WHERE {cells}.size > 0
)
"""

# Shares add up to 1, so that half the sum of their differences is 1 less what they have in common: cells of
# nothing need not be there.
REGIONS = f"""
WITH {_SHARES},
figures AS (
  SELECT
    region, count(*) AS activities,
    greatest(1.0 - sum(least(of_region, of_whole) ORDER BY activity), 0.0) AS hoover,
    1.0 / sum(of_region * of_region / of_whole ORDER BY activity) AS hachman,
    0.0 - sum(of_region * log2(of_region) ORDER BY activity) AS entropy
  FROM shares GROUP BY region
)
SELECT
  regions.region, regions.size, coalesce(activities, 0) AS activities,
  2.0 * hoover AS krugman, hoover, hachman, entropy
FROM regions LEFT JOIN figures ON regions.region = figures.region
ORDER BY regions.region
"""

# Area under the localization curve: each region's step is as wide as its share of everything.
ACTIVITIES = f"""
WITH {_SHARES},
climbed AS (
  SELECT
    region, activity, of_activity, of_place,
    sum(of_activity) OVER (
      PARTITION BY activity ORDER BY of_activity / of_place, region
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) - of_activity / 2.0 AS middle
  FROM shares
),
figures AS (
  SELECT
    activity, count(*) AS regions,
    greatest(1.0 - sum(least(of_activity, of_place) ORDER BY region), 0.0) AS hoover,
    0.5 - sum(of_place * middle ORDER BY region) AS locational_gini
  FROM climbed GROUP BY activity
)
SELECT activities.activity, activities.size, coalesce(regions, 0) AS regions, hoover, locational_gini
FROM activities LEFT JOIN figures ON activities.activity = figures.activity
ORDER BY activities.activity
"""

# Places with both of two activities, over the places of the more common one.
PROXIMITY = """
WITH present AS (
  SELECT DISTINCT {by} AS place, activity FROM {relation} WHERE {by} IS NOT NULL AND activity IS NOT NULL
),
common AS (SELECT activity, count(*) AS places FROM present GROUP BY activity),
pairs AS (
  SELECT one.activity AS first, other.activity AS second, count(*) AS together
  FROM present AS one JOIN present AS other ON one.place = other.place AND one.activity < other.activity
  GROUP BY one.activity, other.activity
)
SELECT
  CAST(first AS VARCHAR) AS first, CAST(second AS VARCHAR) AS second, together,
  one.places AS first_places, other.places AS second_places,
  CAST(together AS DOUBLE) / greatest(one.places, other.places) AS proximity
FROM pairs
JOIN common AS one ON pairs.first = one.activity
JOIN common AS other ON pairs.second = other.activity
ORDER BY pairs.first, pairs.second
"""

# Events of equal size are counted first, as equal sizes of plants are.
CO_PARTICIPATION = """
WITH part AS (
  SELECT DISTINCT organization, event FROM {relation} WHERE organization IS NOT NULL AND event IS NOT NULL
),
sized AS (SELECT event, count(*) AS size FROM part GROUP BY event),
met AS (
  SELECT one.organization AS first, other.organization AS second, sized.size, count(*) AS events
  FROM part AS one
  JOIN part AS other ON one.event = other.event AND one.organization < other.organization
  JOIN sized ON one.event = sized.event
  GROUP BY one.organization, other.organization, sized.size
)
SELECT
  CAST(first AS VARCHAR) AS first, CAST(second AS VARCHAR) AS second,
  CAST(sum(events) AS BIGINT) AS events, sum(events / (size - 1.0) ORDER BY size) AS weight
FROM met GROUP BY met.first, met.second ORDER BY met.first, met.second
"""

PLACES = """
SELECT
  CAST({by} AS VARCHAR) AS place, count(*) AS sites,
  CAST(sum(CASE WHEN list_contains($activities, CAST(activity AS VARCHAR)) THEN 1 ELSE 0 END) AS BIGINT)
    AS members
FROM {relation} WHERE {by} IS NOT NULL AND activity IS NOT NULL GROUP BY {by} ORDER BY {by}
"""

# Main activities at addresses in the country that are not struck off.
KBO = """
CREATE OR REPLACE TEMP VIEW {name} AS
SELECT DISTINCT address."Zipcode" AS region, main."NaceCode" AS activity, main."EntityNumber" AS plant
FROM {activities} AS main JOIN {addresses} AS address ON main."EntityNumber" = address."EntityNumber"
WHERE main."Classification" = 'MAIN' AND main."NaceVersion" = {version}
  AND address."TypeOfAddress" = {kind} AND coalesce(address."CountryNL", '') = ''
  AND coalesce(address."DateStrikingOff", '') = ''
"""

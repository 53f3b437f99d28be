"""The relations between CORDIS tables, as SQL in DuckDB's dialect.

`rows` holds every row of every table in one form, `vats` the Belgian VAT numbers whose check holds.
Each aggregate is ordered down to file and row, so that the same files give the same records.
"""

from __future__ import annotations

from collections.abc import Mapping

from traitdunion.domain.record import Noun

# A project has a record number (rcn), a number (id), or both; a number found by inference ties nothing.
STATED = r"""
CREATE TEMP TABLE known AS
SELECT project_id, min(coalesce(project_key, 'rcn:' || rcn)) AS key
FROM rows
WHERE project_id IS NOT NULL AND coalesce(project_key, rcn) IS NOT NULL
  AND title IS NOT NULL AND coalesce(id_source, 'given') NOT LIKE 'inferred%'
GROUP BY project_id;

CREATE TEMP TABLE stated AS
SELECT
  rows.* EXCLUDE (country, amount, stamp, role, since, until, postcode, project_key),
  coalesce(rows.project_key, 'rcn:' || rcn, known.key, 'id:' || rows.project_id) AS event,
  CASE country WHEN 'UK' THEN 'GB' WHEN 'EL' THEN 'GR' ELSE country END AS country,
  try_cast(replace(amount, ',', '.') AS DOUBLE) AS amount,
  nullif(regexp_extract(stamp, '\d{4}(-\d{2}-\d{2})?'), '') AS stamp,
  replace(lower(regexp_replace(role, '([a-z])([A-Z])', '\1-\2', 'g')), ' ', '-') AS role,
  nullif(regexp_extract(since, '^\d{4}-\d{2}-\d{2}'), '') AS since,
  nullif(regexp_extract(until, '^\d{4}-\d{2}-\d{2}'), '') AS until,
  nullif(postcode, '0') AS postcode
FROM rows LEFT JOIN known USING (project_id);
"""

KEYLESS = """
SELECT file, min(row), count(*) FROM stated WHERE ref IS NULL AND event IS NULL GROUP BY file ORDER BY file
"""

_BEST = "ORDER BY rank, stamp DESC NULLS LAST, file, row"
_DESCRIBED = "ORDER BY title IS NULL, rank, stamp DESC NULLS LAST, file, row"


def _first(column: str, value: str | None = None) -> str:
    """Take what the best table says, of those that say anything."""
    value = value or column
    return f"first({value} {_BEST}) FILTER (WHERE {value} IS NOT NULL) AS {column}"


_ORGANIZATIONS = rf"""
WITH spelled AS (
  SELECT ref, name, min(rank) AS rank, max(stamp) AS stamp, count(*) AS times
  FROM stated WHERE ref IS NOT NULL AND name IS NOT NULL GROUP BY ref, name
),
called AS (
  SELECT ref, list(name ORDER BY rank, stamp DESC NULLS LAST, times DESC, name) AS names
  FROM spelled GROUP BY ref
),
known AS (
  SELECT
    ref, {_first("activity")}, {_first("vat", "vats.value")}, {_first("street")}, {_first("postcode")},
    {_first("city")}, {_first("country")}, {_first("nuts")}, {_first("website")}, {_first("sme")},
    {_first("short_name")}, {_first("place")}, max(stamp) AS as_of,
    first(file {_BEST}) AS file, first(row {_BEST}) AS row
  FROM stated LEFT JOIN vats USING (vat) WHERE ref IS NOT NULL GROUP BY ref
)
SELECT
  $1 || ':' || ref AS record, $1 AS source, ref,
  coalesce(names[1], 'PIC ' || ref) AS name,
  nullif(names[2:] || CASE WHEN short_name IS NULL OR list_contains(names, short_name) THEN []
    ELSE [short_name] END, []) AS aliases,
  CASE activity WHEN 'PRC' THEN 'company' WHEN 'HES' THEN 'university' WHEN 'REC' THEN 'research-center'
    WHEN 'PUB' THEN 'public-body' WHEN 'OTH' THEN 'other' END AS kind,
  vat, vat[3:] AS number,
  CASE WHEN regexp_full_match(ref, '\d{{9}}') THEN ref END AS pic,
  trim(split_part(website, ';', 1)) AS website, street, postcode, city, country,
  try_cast(split_part(place, ',', 1) AS DOUBLE) AS lat,
  try_cast(split_part(place, ',', 2) AS DOUBLE) AS lon,
  'stated' AS basis, as_of,
  CASE WHEN coalesce(nuts, sme) IS NOT NULL THEN
    json_merge_patch('{{}}', json_object('nuts', nuts, 'sme', sme))::VARCHAR
  END AS extra,
  file, row
FROM known LEFT JOIN called USING (ref)
ORDER BY ref
"""  # noqa: S608  our own names

_URL = """CASE WHEN starts_with(event, 'rcn:') THEN 'https://cordis.europa.eu/project/rcn/' || event[5:]
       WHEN starts_with(event, 'id:') THEN 'https://cordis.europa.eu/project/id/' || event[4:] END"""

_EVENTS = rf"""
WITH themes AS (
  SELECT event, list(theme ORDER BY place, theme) AS topics FROM (
    SELECT event, theme, min(place) AS place FROM (
      SELECT event, topic AS theme, 0 AS place FROM stated
      UNION ALL SELECT event, trim(unnest(string_split(part, ';'))), 1 FROM stated
    ) WHERE event IS NOT NULL AND theme IS NOT NULL GROUP BY event, theme
  ) GROUP BY event
),
known AS (
  SELECT
    event, {_first("acronym")}, {_first("title")}, {_first("since")}, {_first("until")},
    {_first("programme")}, max(stamp) AS source_date,
    first(file {_DESCRIBED}) AS file, first(row {_DESCRIBED}) AS row
  FROM stated WHERE event IS NOT NULL AND coalesce(ref, acronym, title, since) IS NOT NULL
  GROUP BY event
)
SELECT
  $1 || ':' || event AS record, $1 AS source, event AS ref,
  CASE WHEN acronym IS NULL OR title IS NULL OR starts_with(title, acronym) THEN coalesce(title, acronym)
    ELSE acronym || ': ' || title END AS name,
  'project' AS kind, since, until, topics, programme, {_URL} AS source_url, source_date, file, row
FROM known LEFT JOIN themes USING (event)
ORDER BY event
"""  # noqa: S608  our own names

_PARTICIPATIONS = f"""
SELECT
  $1 AS source, event AS event_ref, ref AS organization_ref,
  coalesce(max(role) FILTER (WHERE role = 'coordinator'), first(role {_BEST})) AS role,
  {_first("amount")}, {_URL} AS source_url, max(stamp) AS source_date,
  first(file {_BEST}) AS file, first(row {_BEST}) AS row
FROM stated WHERE event IS NOT NULL AND ref IS NOT NULL
GROUP BY event, ref
ORDER BY event, ref
"""  # noqa: S608  our own names

_TOPICS = f"""
SELECT $1 || ':' || topic AS record, $1 AS source, topic AS ref, {_first("label_en", "topic_label")},
  first(file {_BEST}) AS file, first(row {_BEST}) AS row
FROM stated WHERE topic IS NOT NULL GROUP BY topic HAVING label_en IS NOT NULL
ORDER BY topic
"""  # noqa: S608  our own names

QUERIES: Mapping[Noun, str] = {
    "organizations": _ORGANIZATIONS,
    "events": _EVENTS,
    "participations": _PARTICIPATIONS,
    "topics": _TOPICS,
}

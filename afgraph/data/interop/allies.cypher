// Who was allied with $id at some time from day $first to day $last, how surely, and whether a claim states it.
// For a graph that to_ladybug or to_falkordb wrote; the days are EDTF days as text, "1994-01-15".
MATCH (x:Entity {id: $id})-[r:CLAIM|FOLLOWS]-(y:Entity)
WHERE r.stance = 'alliance' AND r.makes_edge
  AND r.start_earliest <= date($last) AND date($first) <= r.end_latest
WITH x, y,
  max(CASE WHEN r.basis = 'stated' THEN 1 ELSE 0 END) AS stated,
  max(CASE WHEN r.basis = 'stated' AND r.start_latest <= date($last) AND date($first) <= r.end_earliest
    THEN 1 ELSE 0 END) AS surely_stated,
  max(CASE WHEN r.basis = 'derived' AND r.start_latest <= date($last) AND date($first) <= r.end_earliest
    THEN 1 ELSE 0 END) AS surely_derived
OPTIONAL MATCH (x)-[o:AT_ODDS]-(y)
WHERE o.earliest <= date($last) AND date($first) <= o.latest
WITH y, stated, surely_stated, surely_derived, count(o) AS odds
RETURN y.id AS id, y.name AS name,
  CASE WHEN surely_stated = 1 OR (stated = 0 AND surely_derived = 1 AND odds = 0) THEN 'yes' ELSE 'possibly' END
    AS verdict,
  CASE WHEN stated = 1 THEN 'stated' ELSE 'derived' END AS basis
ORDER BY id

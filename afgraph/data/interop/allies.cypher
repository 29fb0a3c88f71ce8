// Who was allied with $id at some time from day $first to day $last: how surely, whether a claim states it, and whether
// it was in effect or stood on paper only. For a graph that to_ladybug or to_falkordb wrote; days are text, "1994-01-15".
MATCH (x:Entity {id: $id})-[r:CLAIM|FOLLOWS]-(y:Entity)
WHERE r.stance = 'alliance' AND r.makes_edge AND (r.basis = 'stated' OR r.seen_from = $id)
  AND r.start_earliest <= $last AND $first <= r.end_latest
// Of several, the least number speaks: what is stated before what follows, what is sure before what is possible.
WITH x, y, min(r.number + CASE r.basis WHEN 'stated' THEN 0 ELSE 2000000000000 END
  + CASE WHEN r.start_latest <= $last AND $first <= r.end_earliest THEN 0 ELSE 1000000000000 END) AS best
WITH x, y, best < 2000000000000 AS stated, best % 2000000000000 < 1000000000000 AS sure,
  best % 1000000000000 AS speaks
OPTIONAL MATCH (x)-[e:ENDED]-(y)
WHERE (e.of IS NULL OR e.of = speaks) AND e.surely_from <= $first AND $last <= e.surely_until
  AND e.earliest <= $last AND $first <= e.latest
WITH x, y, stated, sure, count(e) AS ended
OPTIONAL MATCH (x)-[o:AT_ODDS]-(y)
WHERE o.earliest <= $last AND $first <= o.latest
WITH y, stated, sure, ended, count(o) AS odds
RETURN y.id AS id, y.name AS name,
  CASE WHEN sure AND (stated OR ended > 0 OR odds = 0) THEN 'yes' ELSE 'possibly' END AS verdict,
  CASE WHEN stated THEN 'stated' ELSE 'derived' END AS basis,
  CASE WHEN ended > 0 THEN 'formal' ELSE 'effective' END AS standing
ORDER BY id

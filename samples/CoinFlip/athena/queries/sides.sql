-- Which side do users call, and how often does it come up?
SELECT
  called,
  count(DISTINCT request_id) AS flips,
  count(DISTINCT CASE WHEN won = 1 THEN request_id END) AS won
FROM coin_flip.flips
WHERE called IS NOT NULL AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY called
ORDER BY called;

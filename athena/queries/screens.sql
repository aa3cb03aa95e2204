-- Do users with a screen fare better than those with voice alone?
SELECT
  CASE screen WHEN 1 THEN 'screen' WHEN 0 THEN 'voice only' END AS device,
  count(*) AS dialogs,
  count(DISTINCT user_id) AS users,
  round(avg(turns), 2) AS average_turns,
  approx_percentile(duration_ms, 0.5) AS median_duration_ms,
  round(100e0 * count_if(outcome = 'match') / count(*), 1) AS match_percent
FROM analytics.petmatch_dialogs
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY screen
ORDER BY device;

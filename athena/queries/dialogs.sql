-- How do dialogs end, after how many turns and how long?
SELECT
  CASE outcome WHEN 'elicit' THEN 'left' ELSE outcome END AS ending,
  count(*) AS dialogs,
  round(avg(turns), 2) AS average_turns,
  approx_percentile(duration_ms, 0.5) AS median_duration_ms
FROM analytics.petmatch_dialogs
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY outcome
ORDER BY dialogs DESC, ending;

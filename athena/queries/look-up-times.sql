-- How long do breed look-ups take, in milliseconds, by day and outcome?
SELECT
  day,
  outcome,
  count(*) AS look_ups,
  approx_percentile(api_execution_time, 0.5) AS p50,
  approx_percentile(api_execution_time, 0.95) AS p95,
  approx_percentile(api_execution_time, 0.99) AS p99,
  max(api_execution_time) AS slowest
FROM analytics.petmatch_hits
WHERE api_execution_time IS NOT NULL
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY day, outcome
ORDER BY day DESC, outcome;

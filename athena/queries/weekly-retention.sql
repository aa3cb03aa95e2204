-- Which share of each week's new users comes back in the weeks after?
-- A user belongs to the week of the first hit of the last eight weeks; weeks begin on Monday, UTC. A week that has not begun has no value.
WITH weeks AS (
  SELECT
    user_id,
    date_trunc('week', event_time) AS week
  FROM analytics.petmatch_turns
  WHERE user_id IS NOT NULL
    AND event_time IS NOT NULL
    AND day >= date_format(current_date - interval '56' day, '%Y/%m/%d')
  GROUP BY user_id, date_trunc('week', event_time)
),
cohorts AS (
  SELECT
    user_id,
    min(week) OVER (PARTITION BY user_id) AS cohort,
    date_diff('week', min(week) OVER (PARTITION BY user_id), week) AS weeks_later
  FROM weeks
)
SELECT
  CAST(cohort AS date) AS cohort,
  count(DISTINCT user_id) AS users,
  if(weeks_passed >= 1, round(100e0 * count_if(weeks_later = 1) / count(DISTINCT user_id), 1)) AS week_1_percent,
  if(weeks_passed >= 2, round(100e0 * count_if(weeks_later = 2) / count(DISTINCT user_id), 1)) AS week_2_percent,
  if(weeks_passed >= 3, round(100e0 * count_if(weeks_later = 3) / count(DISTINCT user_id), 1)) AS week_3_percent,
  if(weeks_passed >= 4, round(100e0 * count_if(weeks_later = 4) / count(DISTINCT user_id), 1)) AS week_4_percent,
  if(weeks_passed >= 5, round(100e0 * count_if(weeks_later = 5) / count(DISTINCT user_id), 1)) AS week_5_percent,
  if(weeks_passed >= 6, round(100e0 * count_if(weeks_later = 6) / count(DISTINCT user_id), 1)) AS week_6_percent,
  if(weeks_passed >= 7, round(100e0 * count_if(weeks_later = 7) / count(DISTINCT user_id), 1)) AS week_7_percent
FROM (
  SELECT
    *,
    date_diff('week', cohort, date_trunc('week', CAST(current_date AS timestamp))) AS weeks_passed
  FROM cohorts
)
GROUP BY cohort, weeks_passed
ORDER BY cohort;

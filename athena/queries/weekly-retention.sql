-- Which share of each week's new users comes back in the weeks after?
-- A user belongs to the week of the first hit of the last eight weeks; weeks begin on Monday, UTC.
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
  CAST(count_if(weeks_later = 1) AS double) / count(DISTINCT user_id) AS week_1,
  CAST(count_if(weeks_later = 2) AS double) / count(DISTINCT user_id) AS week_2,
  CAST(count_if(weeks_later = 3) AS double) / count(DISTINCT user_id) AS week_3,
  CAST(count_if(weeks_later = 4) AS double) / count(DISTINCT user_id) AS week_4,
  CAST(count_if(weeks_later = 5) AS double) / count(DISTINCT user_id) AS week_5,
  CAST(count_if(weeks_later = 6) AS double) / count(DISTINCT user_id) AS week_6,
  CAST(count_if(weeks_later = 7) AS double) / count(DISTINCT user_id) AS week_7
FROM cohorts
GROUP BY cohort
ORDER BY cohort;

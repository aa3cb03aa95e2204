-- How many users of each week are new and how many return?
-- A user is new in the week of the first hit of the last eight weeks; weeks begin on Monday, UTC.
SELECT
  CAST(week AS date) AS week,
  count(*) AS users,
  count_if(week = first_week) AS new_users,
  count_if(week > first_week) AS returning_users
FROM (
  SELECT
    user_id,
    date_trunc('week', event_time) AS week,
    min(min(date_trunc('week', event_time))) OVER (PARTITION BY user_id) AS first_week
  FROM analytics.petmatch_turns
  WHERE user_id IS NOT NULL
    AND event_time IS NOT NULL
    AND day >= date_format(current_date - interval '56' day, '%Y/%m/%d')
  GROUP BY user_id, date_trunc('week', event_time)
)
GROUP BY week
ORDER BY week;

-- At which hours (UTC) of which weekdays is the skill used?
SELECT
  hour(event_time) AS hour,
  count_if(day_of_week(event_time) = 1) AS mon,
  count_if(day_of_week(event_time) = 2) AS tue,
  count_if(day_of_week(event_time) = 3) AS wed,
  count_if(day_of_week(event_time) = 4) AS thu,
  count_if(day_of_week(event_time) = 5) AS fri,
  count_if(day_of_week(event_time) = 6) AS sat,
  count_if(day_of_week(event_time) = 7) AS sun,
  count(*) AS week
FROM analytics.petmatch_hits
WHERE event_time IS NOT NULL
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY 1
ORDER BY hour;

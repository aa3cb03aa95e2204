-- How many rows were delivered more than once?
-- delivered_on_earlier_day counts the requests that an earlier day holds too: delivered on both sides of midnight UTC.
SELECT
  day,
  sum(times) AS lines,
  count(*) AS requests,
  sum(times) - count(*) AS duplicates,
  count_if(first_day < day) AS delivered_on_earlier_day
FROM (
  SELECT
    day,
    count(*) AS times,
    min(day) OVER (PARTITION BY request_id) AS first_day
  FROM analytics.petmatch
  WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  GROUP BY day, request_id
)
GROUP BY day
ORDER BY day DESC;

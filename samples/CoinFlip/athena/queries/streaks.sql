-- How long are the longest streaks?
SELECT
  streak,
  count(DISTINCT user_id) AS users
FROM coin_flip.flips
WHERE won = 1 AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY streak
ORDER BY streak DESC
LIMIT 5;

-- Which locales is the skill used in?
SELECT
  locale,
  count(*) AS hits,
  count(DISTINCT user_id) AS users,
  round(100e0 * count_if(outcome = 'match') / count(*), 1) AS match_percent
FROM analytics.petmatch_hits
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY locale
ORDER BY hits DESC, locale;

-- Which share of hits finds a breed, by version of the skill?
SELECT
  skill_version,
  count(*) AS hits,
  round(100e0 * count_if(outcome = 'match') / count(*), 1) AS match_percent,
  count_if(outcome = 'no_match') AS no_match,
  count_if(outcome = 'refused') AS refused,
  count_if(outcome = 'api_error') AS api_error,
  min(event_time) AS first_seen
FROM analytics.petmatch_hits
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY skill_version
ORDER BY first_seen DESC, skill_version;

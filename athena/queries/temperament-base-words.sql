-- Which share of users say a temperament's base word rather than a synonym?
SELECT
  slot_value_temperament_resolved AS temperament,
  CAST(count(DISTINCT CASE WHEN slot_value_temperament_synonym = slot_value_temperament_resolved THEN request_id END) AS double)
    / count(DISTINCT request_id) AS synonym_spread
FROM analytics.petmatch
WHERE slot_value_temperament_resolved IS NOT NULL
GROUP BY slot_value_temperament_resolved
ORDER BY temperament;

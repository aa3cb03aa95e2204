-- How often was each animal asked for?
SELECT
  slot_value_animal_resolved AS animal,
  count(DISTINCT request_id) AS count
FROM analytics.petmatch
WHERE slot_value_animal_resolved IS NOT NULL
GROUP BY slot_value_animal_resolved
ORDER BY count DESC, animal;

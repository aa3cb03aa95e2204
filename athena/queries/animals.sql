-- How often was each animal asked for?
SELECT
  slot_value_animal_resolved AS animal,
  count(*) AS count
FROM analytics.petmatch_hits
WHERE slot_value_animal_resolved IS NOT NULL
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY slot_value_animal_resolved
ORDER BY count DESC, animal;

-- Which share of users say a temperament's base word rather than a synonym?
SELECT
  slot_value_temperament_resolved AS temperament,
  CAST(count_if(slot_value_temperament_synonym = slot_value_temperament_resolved) AS double) / count(*) AS synonym_spread,
  count_if(slot_value_temperament_synonym = slot_value_temperament_resolved) AS base_words,
  count_if(slot_value_temperament_synonym <> slot_value_temperament_resolved) AS synonyms
FROM analytics.petmatch_hits
WHERE slot_value_temperament_is_valid = 1
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY slot_value_temperament_resolved
ORDER BY temperament;

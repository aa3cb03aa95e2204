-- Which share of users say an animal's base word rather than a synonym?
SELECT
  slot_value_animal_resolved AS animal,
  CAST(count_if(slot_value_animal_synonym = slot_value_animal_resolved) AS double) / count(*) AS synonym_spread,
  count_if(slot_value_animal_synonym = slot_value_animal_resolved) AS base_words,
  count_if(slot_value_animal_synonym <> slot_value_animal_resolved) AS synonyms
FROM analytics.petmatch_hits
WHERE slot_value_animal_is_valid = 1
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY slot_value_animal_resolved
ORDER BY animal;

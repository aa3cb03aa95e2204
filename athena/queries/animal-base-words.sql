-- In which share of hits is an animal named by its base word rather than by a synonym?
-- The base word is the one that comes first in the model of the hit's locale. In English it is the value itself; in German it may have
-- an ending, as in kleine, kleinen, kleiner.
WITH base_words (locale, value, word) AS (
  VALUES
    ('de-DE', 'dog', 'hund'),
    ('de-DE', 'cat', 'katze'),
    ('de-DE', 'mythical creatures', 'fabelwesen')
),
said AS (
  SELECT
    slot_value_animal_resolved AS animal,
    slot_value_animal_synonym = slot_value_animal_resolved
      OR regexp_like(lower(slot_value_animal_synonym), '^' || word || '(e|em|en|er|es|s)?$') AS is_base_word
  FROM analytics.petmatch_hits AS hits
  LEFT JOIN base_words ON base_words.locale = hits.locale AND base_words.value = slot_value_animal_resolved
  WHERE slot_value_animal_is_valid = 1
    AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
)
SELECT
  animal,
  count(*) AS hits,
  count_if(is_base_word) AS base_words,
  count(*) - count_if(is_base_word) AS synonyms,
  round(100e0 * count_if(is_base_word) / count(*), 1) AS base_word_percent
FROM said
GROUP BY animal
ORDER BY animal;

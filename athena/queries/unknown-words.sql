-- Which words do users say that the model does not know, and what follows?
-- meant_most is the value that the dialog's answer then has for the slot most often: the word could be a synonym of it.
WITH turns AS (
  SELECT
    *,
    lead(outcome) OVER (PARTITION BY day, session_id ORDER BY event_time) AS next_outcome,
    count_if(outcome <> 'elicit') OVER (PARTITION BY day, session_id ORDER BY event_time DESC) AS answers_ahead
  FROM analytics.petmatch_turns
  WHERE session_id IS NOT NULL
    AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
),
answered AS (
  SELECT
    unmatched,
    outcome,
    next_outcome,
    max(CASE WHEN outcome <> 'elicit' THEN slot_value_size_resolved END)
      OVER (PARTITION BY day, session_id, answers_ahead) AS size,
    max(CASE WHEN outcome <> 'elicit' THEN slot_value_temperament_resolved END)
      OVER (PARTITION BY day, session_id, answers_ahead) AS temperament,
    max(CASE WHEN outcome <> 'elicit' THEN slot_value_energy_resolved END)
      OVER (PARTITION BY day, session_id, answers_ahead) AS energy
  FROM turns
),
words AS (
  SELECT
    split_part(entry, '=', 1) AS slot,
    substr(entry, strpos(entry, '=') + 1) AS word,
    outcome,
    next_outcome,
    CASE
      WHEN outcome = 'elicit' AND split_part(entry, '=', 1) = 'size' THEN size
      WHEN outcome = 'elicit' AND split_part(entry, '=', 1) = 'temperament' THEN temperament
      WHEN outcome = 'elicit' AND split_part(entry, '=', 1) = 'energy' THEN energy
    END AS meant
  FROM answered
  CROSS JOIN UNNEST(split(unmatched, '; ')) AS entries (entry)
),
counted AS (
  SELECT
    *,
    count(meant) OVER (PARTITION BY slot, word, meant) AS times_meant
  FROM words
),
ranked AS (
  SELECT
    *,
    first_value(meant) OVER (PARTITION BY slot, word ORDER BY times_meant DESC, meant) AS meant_most
  FROM counted
)
SELECT
  slot,
  word,
  count(*) AS times,
  count_if(outcome <> 'elicit') AS answered_anyway,
  count_if(outcome = 'elicit' AND next_outcome IS NOT NULL) AS asked_and_continued,
  count_if(outcome = 'elicit' AND next_outcome IS NULL) AS asked_and_left,
  meant_most
FROM ranked
GROUP BY slot, word, meant_most
ORDER BY times DESC, slot, word;

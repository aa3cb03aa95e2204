-- Which words do users say that the model does not know, and what follows?
-- meant_most is the value that the dialog's next answer has for the slot most often: the word could be a synonym of it.
WITH turns AS (
  SELECT
    day,
    session_id,
    request_id,
    event_time,
    outcome,
    lead(outcome) OVER (PARTITION BY day, session_id ORDER BY event_time) AS next_outcome,
    unmatched
  FROM analytics.petmatch_turns
  WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
),
words AS (
  SELECT
    day,
    session_id,
    request_id,
    event_time,
    outcome,
    next_outcome,
    split_part(entry, '=', 1) AS slot,
    substr(entry, strpos(entry, '=') + 1) AS word
  FROM turns
  CROSS JOIN UNNEST(split(unmatched, '; ')) AS entries (entry)
),
meanings AS (
  SELECT
    words.slot,
    words.word,
    words.outcome,
    words.next_outcome,
    min_by(
      CASE words.slot
        WHEN 'size' THEN hits.slot_value_size_resolved
        WHEN 'temperament' THEN hits.slot_value_temperament_resolved
        WHEN 'energy' THEN hits.slot_value_energy_resolved
      END,
      hits.event_time
    ) AS meant
  FROM words
  LEFT JOIN (
    SELECT * FROM analytics.petmatch_hits WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  ) AS hits
    ON hits.day = words.day
    AND hits.session_id = words.session_id
    AND hits.event_time > words.event_time
  GROUP BY words.day, words.request_id, words.slot, words.word, words.outcome, words.next_outcome
),
counted AS (
  SELECT
    *,
    count(meant) OVER (PARTITION BY slot, word, meant) AS times_meant
  FROM meanings
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
  count_if(outcome <> 'elicit') AS answered_all_the_same,
  count_if(outcome = 'elicit' AND next_outcome IS NOT NULL) AS asked_and_went_on,
  count_if(outcome = 'elicit' AND next_outcome IS NULL) AS asked_and_left,
  meant_most
FROM ranked
GROUP BY slot, word, meant_most
ORDER BY times DESC, slot, word;

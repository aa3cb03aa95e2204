-- How many rows and bytes of lines does each day hold?
-- Bytes before compression: the values, a backslash for each comma and backslash in them, 25 commas and the line's end.
-- Athena reads, and bills, the compressed ones: a little more than half of these, since ids hardly compress.
SELECT
  day,
  count(*) AS rows,
  sum(length(to_utf8(text)) + regexp_count(text, '[,\\]') + 26) AS bytes,
  round(avg(length(to_utf8(text)) + regexp_count(text, '[,\\]') + 26), 1) AS bytes_per_row
FROM (
  SELECT
    day,
    concat_ws(
      '',
      request_id,
      user_id,
      CAST(api_execution_time AS varchar),
      slot_value_animal_resolved,
      slot_value_animal_synonym,
      CAST(slot_value_animal_is_valid AS varchar),
      slot_value_size_resolved,
      slot_value_size_synonym,
      CAST(slot_value_size_is_valid AS varchar),
      slot_value_temperament_resolved,
      slot_value_temperament_synonym,
      CAST(slot_value_temperament_is_valid AS varchar),
      slot_value_energy_resolved,
      slot_value_energy_synonym,
      CAST(slot_value_energy_is_valid AS varchar),
      date_format(event_time, '%Y-%m-%d %H:%i:%s.000'),
      session_id,
      CAST(new_session AS varchar),
      locale,
      dialog_state,
      outcome,
      breed,
      elicited_slot,
      unmatched,
      CAST(screen AS varchar),
      skill_version
    ) AS text
  FROM analytics.petmatch
  WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
)
GROUP BY day
ORDER BY day DESC;

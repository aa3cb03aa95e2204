-- Every turn of every dialog, one row per request and day, for delivery is at least once.
-- The window is partitioned by day, so that Athena hands a filter by day down to the table and reads those days alone. A request that
-- was delivered on both sides of midnight UTC is a row of either day; the roll-up, which looks back a day, keeps the first.
CREATE OR REPLACE VIEW analytics.petmatch_turns AS
SELECT
  request_id,
  user_id,
  api_execution_time,
  slot_value_animal_resolved,
  slot_value_animal_synonym,
  slot_value_animal_is_valid,
  slot_value_size_resolved,
  slot_value_size_synonym,
  slot_value_size_is_valid,
  slot_value_temperament_resolved,
  slot_value_temperament_synonym,
  slot_value_temperament_is_valid,
  slot_value_energy_resolved,
  slot_value_energy_synonym,
  slot_value_energy_is_valid,
  event_time,
  session_id,
  new_session,
  locale,
  dialog_state,
  outcome,
  breed,
  elicited_slot,
  unmatched,
  screen,
  skill_version,
  day
FROM (
  SELECT
    *,
    row_number() OVER (PARTITION BY day, request_id ORDER BY event_time) AS delivery
  FROM analytics.petmatch
)
WHERE delivery = 1;

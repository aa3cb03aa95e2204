-- The answered hits, one row per request and day: petmatch_turns without the turns that ask on.
CREATE OR REPLACE VIEW analytics.petmatch_hits AS
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
FROM analytics.petmatch_turns
WHERE outcome IS DISTINCT FROM 'elicit';

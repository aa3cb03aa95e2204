-- Takes yesterday and the day before into the roll-up. Run it once a day, after 01:00 UTC (a deployment with rollUp=daily does); run it
-- again as often as you like.
-- A request that the roll-up has stays as it is, so a second run changes nothing, a missed day comes with the next run, and what was
-- delivered on both sides of midnight is one row, on its first day.
MERGE INTO analytics.petmatch_daily AS daily
USING (
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
      row_number() OVER (PARTITION BY request_id ORDER BY day) AS delivery_day
    FROM analytics.petmatch_turns
    WHERE day BETWEEN date_format(current_date - interval '2' day, '%Y/%m/%d')
      AND date_format(current_date - interval '1' day, '%Y/%m/%d')
      AND request_id IS NOT NULL
  )
  WHERE delivery_day = 1
) AS turn
ON daily.request_id = turn.request_id
  AND daily.day >= current_date - interval '3' day
WHEN NOT MATCHED THEN INSERT (
  request_id, user_id, api_execution_time, slot_value_animal_resolved, slot_value_animal_synonym, slot_value_animal_is_valid,
  slot_value_size_resolved, slot_value_size_synonym, slot_value_size_is_valid, slot_value_temperament_resolved,
  slot_value_temperament_synonym, slot_value_temperament_is_valid, slot_value_energy_resolved, slot_value_energy_synonym,
  slot_value_energy_is_valid, event_time, session_id, new_session, locale, dialog_state, outcome, breed, elicited_slot, unmatched,
  screen, skill_version, day
) VALUES (
  turn.request_id, turn.user_id, turn.api_execution_time, turn.slot_value_animal_resolved, turn.slot_value_animal_synonym,
  turn.slot_value_animal_is_valid, turn.slot_value_size_resolved, turn.slot_value_size_synonym, turn.slot_value_size_is_valid,
  turn.slot_value_temperament_resolved, turn.slot_value_temperament_synonym, turn.slot_value_temperament_is_valid,
  turn.slot_value_energy_resolved, turn.slot_value_energy_synonym, turn.slot_value_energy_is_valid, turn.event_time,
  turn.session_id, turn.new_session, turn.locale, turn.dialog_state, turn.outcome, turn.breed, turn.elicited_slot, turn.unmatched,
  turn.screen, turn.skill_version, CAST(date_parse(turn.day, '%Y/%m/%d') AS date)
);

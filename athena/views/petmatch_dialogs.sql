-- The dialogs, one row per session and day: how many turns it took, what was asked for, how it ended, how long it lasted.
-- outcome is that of the last turn: with elicit the user left, and open_slot is what the skill had asked for. Grouped by day, so that a
-- filter by day reads those days alone; a session that goes on past midnight UTC is a row of either day.
CREATE OR REPLACE VIEW analytics.petmatch_dialogs AS
SELECT
  session_id,
  arbitrary(user_id) AS user_id,
  arbitrary(locale) AS locale,
  arbitrary(screen) AS screen,
  arbitrary(skill_version) AS skill_version,
  min(event_time) AS started_at,
  max(event_time) AS ended_at,
  date_diff('millisecond', min(event_time), max(event_time)) AS duration_ms,
  count(*) AS turns,
  array_join(array_agg(elicited_slot ORDER BY event_time) FILTER (WHERE elicited_slot IS NOT NULL), ', ') AS elicited_slots,
  max_by(outcome, event_time) AS outcome,
  max_by(elicited_slot, event_time) AS open_slot,
  day
FROM analytics.petmatch_turns
WHERE session_id IS NOT NULL
GROUP BY day, session_id;

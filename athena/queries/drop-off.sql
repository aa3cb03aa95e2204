-- After which question do users leave?
-- A dialog that asks twice for a slot counts once.
SELECT
  slot,
  count(*) AS dialogs_asked,
  count_if(outcome = 'elicit' AND open_slot = slot) AS dialogs_left,
  round(100e0 * count_if(outcome = 'elicit' AND open_slot = slot) / count(*), 1) AS drop_off_percent
FROM analytics.petmatch_dialogs
CROSS JOIN UNNEST(array_distinct(split(elicited_slots, ', '))) AS questions (slot)
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY slot
ORDER BY drop_off_percent DESC, slot;

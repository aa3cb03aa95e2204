-- Which combinations of size, temperament and energy are asked for and have no breed?
SELECT
  slot_value_size_resolved AS size,
  slot_value_temperament_resolved AS temperament,
  slot_value_energy_resolved AS energy,
  count(*) AS count
FROM analytics.petmatch_hits
WHERE outcome = 'no_match'
  AND day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
GROUP BY 1, 2, 3
ORDER BY count DESC, size, temperament, energy;

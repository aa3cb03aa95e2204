-- The roll-up: every turn once, as Parquet by day. Put your bucket's name in place of pet-match-bucket. Run it once, after the views.
-- It is an Iceberg table, for Athena can merge into one; Iceberg has no tinyint, so 1 and 0 are int. A deployment with rollUp=daily has it.
CREATE TABLE analytics.petmatch_daily (
  request_id string,
  user_id string,
  api_execution_time bigint,
  slot_value_animal_resolved string,
  slot_value_animal_synonym string,
  slot_value_animal_is_valid int,
  slot_value_size_resolved string,
  slot_value_size_synonym string,
  slot_value_size_is_valid int,
  slot_value_temperament_resolved string,
  slot_value_temperament_synonym string,
  slot_value_temperament_is_valid int,
  slot_value_energy_resolved string,
  slot_value_energy_synonym string,
  slot_value_energy_is_valid int,
  event_time timestamp,
  session_id string,
  new_session int,
  locale string,
  dialog_state string,
  outcome string,
  breed string,
  elicited_slot string,
  unmatched string,
  screen int,
  skill_version string,
  day date
)
PARTITIONED BY (day)
LOCATION 's3://pet-match-bucket/petmatch-daily/'
TBLPROPERTIES (
  'table_type' = 'ICEBERG',
  'format' = 'parquet',
  'write_compression' = 'zstd'
);

-- The delivered hits. Put your bucket's name in place of pet-match-bucket, in both places.
CREATE EXTERNAL TABLE IF NOT EXISTS analytics.petmatch (
  `request_id` string,
  `user_id` string,
  `api_execution_time` bigint,
  `slot_value_animal_resolved` string,
  `slot_value_animal_synonym` string,
  `slot_value_animal_is_valid` tinyint,
  `slot_value_size_resolved` string,
  `slot_value_size_synonym` string,
  `slot_value_size_is_valid` tinyint,
  `slot_value_temperament_resolved` string,
  `slot_value_temperament_synonym` string,
  `slot_value_temperament_is_valid` tinyint,
  `slot_value_energy_resolved` string,
  `slot_value_energy_synonym` string,
  `slot_value_energy_is_valid` tinyint,
  `event_time` timestamp,
  `session_id` string,
  `new_session` tinyint,
  `locale` string,
  `dialog_state` string,
  `outcome` string,
  `breed` string,
  `elicited_slot` string,
  `unmatched` string,
  `screen` tinyint,
  `skill_version` string
)
PARTITIONED BY (`day` string)
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
WITH SERDEPROPERTIES (
  'field.delim' = ',',
  'escape.delim' = '\\',
  'serialization.null.format' = ''
)
LOCATION 's3://pet-match-bucket/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '2017/01/01,NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://pet-match-bucket/analytics-${day}/'
);

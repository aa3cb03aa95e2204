-- The published layout: the first 15 columns, over the files of one year. Put your bucket's name in place of pet-match-bucket, and the
-- year in place of 2017. petmatch reads these lines as well, and every year's.
CREATE EXTERNAL TABLE IF NOT EXISTS analytics.petmatch_published (
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
  `slot_value_energy_is_valid` tinyint
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
WITH SERDEPROPERTIES (
  'field.delim' = ',',
  'escape.delim' = '\\',
  'serialization.null.format' = ''
)
LOCATION 's3://pet-match-bucket/analytics-2017/'
TBLPROPERTIES ('has_encrypted_data' = 'false');

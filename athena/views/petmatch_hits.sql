-- The answered hits, one row per request and day: petmatch_turns without the turns that ask on.
CREATE OR REPLACE VIEW analytics.petmatch_hits AS
SELECT *
FROM analytics.petmatch_turns
WHERE outcome IS DISTINCT FROM 'elicit';

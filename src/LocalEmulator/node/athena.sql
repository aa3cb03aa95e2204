-- Athena's functions where DuckDB has none of the name, or one that answers differently. What both answer alike stands in athena.mjs.
-- A name that begins with _ is a helper. No macro has typed parameters: within an aggregate DuckDB would choose the wrong one.

-- Dates and times
CREATE MACRO _interval_of(unit, n) AS CASE lower(unit)
  WHEN 'millisecond' THEN to_milliseconds(n) WHEN 'second' THEN to_seconds(n) WHEN 'minute' THEN to_minutes(n)
  WHEN 'hour' THEN to_hours(n) WHEN 'day' THEN to_days(n) WHEN 'week' THEN to_weeks(n)
  WHEN 'month' THEN to_months(n) WHEN 'quarter' THEN to_months(3 * n) WHEN 'year' THEN to_years(n)
  ELSE error('''' || unit || ''' is no unit of date_add') END;
CREATE MACRO _plus(x, i) AS cast_to_type(x + i, x);
CREATE MACRO _minus(x, i) AS cast_to_type(x - i, x);
CREATE MACRO date_add(unit, n, x) AS _plus(x, _interval_of(unit, CAST(n AS INTEGER)));
CREATE MACRO date_diff(unit, a, b) AS system.main.date_sub(unit, a, b);
CREATE MACRO date_trunc(unit, x) AS cast_to_type(system.main.date_trunc(unit, x), x);
CREATE MACRO _mysql_format(f) AS
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(f,
    '%M', '%B'), '%i', '%M'), '%W', '%A'), '%s', '%S'), '%h', '%I'), '%e', '%-d'),
    '%c', '%-m'), '%k', '%-H'), '%l', '%-I'), '%v', '%V'), '%x', '%G'), '%T', '%H:%M:%S'),
    '%r', '%I:%M:%S %p');
CREATE MACRO date_format(x, f) AS strftime(x, _mysql_format(f));
-- Within a list, so that DuckDB looks for a constant format when the macro is used, not when it is made.
CREATE MACRO date_parse(x, f) AS list_transform([x], lambda e: strptime(e, _mysql_format(f)))[1];
CREATE MACRO _joda_format(f) AS
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(f,
    'yyyy', '%Y'), 'yy', '%y'), 'MMMM', '%B'), 'MMM', '%b'), 'MM', '%m'), 'dd', '%d'),
    'EEEE', '%A'), 'EEE', '%a'), 'HH', '%H'), 'mm', '%M'), 'SSS', '%g'), 'ss', '%S'),
    'xxxx', '%G'), 'ww', '%V');
CREATE MACRO format_datetime(x, f) AS CASE WHEN regexp_matches(system.main.regexp_replace(_joda_format(f), '%.', '', 'g'), '[A-Za-z'']')
  THEN error('format_datetime knows yyyy yy MMMM MMM MM dd EEEE EEE HH mm ss SSS xxxx ww here, not all of ' || f)
  ELSE strftime(x, _joda_format(f)) END;
CREATE MACRO from_iso8601_date(x) AS CAST(x AS DATE);
CREATE MACRO from_iso8601_timestamp(x) AS CAST(x AS TIMESTAMPTZ);
CREATE MACRO from_unixtime(x) AS to_timestamp(x);
CREATE MACRO to_unixtime(x) AS epoch(x);
CREATE MACRO day_of_month(x) AS day(x);
CREATE MACRO day_of_week(x) AS isodow(x);
CREATE MACRO dow(x) AS isodow(x);
CREATE MACRO day_of_year(x) AS dayofyear(x);
CREATE MACRO doy(x) AS dayofyear(x);
CREATE MACRO week_of_year(x) AS week(x);
CREATE MACRO year_of_week(x) AS isoyear(x);
CREATE MACRO yow(x) AS isoyear(x);
CREATE MACRO millisecond(x) AS system.main.millisecond(x) % 1000;
CREATE MACRO last_day_of_month(x) AS last_day(x);

-- Arithmetic
CREATE MACRO "//"(a, b) AS CASE WHEN b = 0 THEN error('Division by zero: Athena fails too, or for doubles gives Infinity or NaN')
  ELSE system.main."//"(a, b) END;
CREATE MACRO "%"(a, b) AS CASE WHEN b = 0 THEN error('Division by zero') ELSE system.main."%"(a, b) END;
CREATE MACRO truncate(x) AS trunc(x);
CREATE MACRO rand() AS system.main.random();
CREATE MACRO is_nan(x) AS isnan(x);
CREATE MACRO is_finite(x) AS isfinite(x);
CREATE MACRO is_infinite(x) AS isinf(x);
CREATE MACRO infinity() AS CAST('Infinity' AS DOUBLE);
CREATE MACRO nan() AS CAST('NaN' AS DOUBLE);
CREATE MACRO greatest(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.greatest(a, b) END,
  (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.greatest(a, b, c) END;
CREATE MACRO least(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.least(a, b) END,
  (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.least(a, b, c) END;

-- Text
CREATE MACRO concat(a, b) AS a || b, (a, b, c) AS a || b || c, (a, b, c, d) AS a || b || c || d, (a, b, c, d, e) AS a || b || c || d || e,
  (a, b, c, d, e, f) AS a || b || c || d || e || f;
CREATE MACRO replace(x, a) AS system.main.replace(x, a, ''), (x, a, b) AS system.main.replace(x, a, b);
CREATE MACRO split_part(x, d, i) AS string_split(x, d)[i];
CREATE MACRO regexp_like(x, p) AS regexp_matches(x, p);
CREATE MACRO regexp_extract(x, p) AS CASE WHEN regexp_matches(x, p) THEN system.main.regexp_extract(x, p) END,
  (x, p, g) AS CASE WHEN regexp_matches(x, p) THEN system.main.regexp_extract(x, p, g) END;
CREATE MACRO regexp_replace(x, p) AS system.main.regexp_replace(x, p, '', 'g'),
  (x, p, r) AS system.main.regexp_replace(x, p, system.main.regexp_replace(r, '\$(\d)', '\\\1', 'g'), 'g');
CREATE MACRO regexp_split(x, p) AS string_split_regex(x, p);
CREATE MACRO regexp_count(x, p) AS CAST(len(regexp_extract_all(x, p)) AS BIGINT);
CREATE MACRO codepoint(x) AS unicode(x);
CREATE MACRO levenshtein_distance(a, b) AS levenshtein(a, b);
CREATE MACRO to_utf8(x) AS encode(x);
CREATE MACRO from_utf8(x) AS decode(x);
CREATE MACRO length(x) AS CASE WHEN typeof(x) = 'BLOB' THEN octet_length(CAST(x AS BLOB)) ELSE system.main.length(CAST(x AS VARCHAR)) END;
CREATE MACRO json_extract_scalar(x, p) AS json_extract_string(x, p);

-- Arrays and maps
CREATE MACRO cardinality(x) AS CAST(len(x) AS BIGINT);
CREATE MACRO element_at(x, k) AS x[k];
CREATE MACRO array_join(x, d) AS CASE WHEN x IS NOT NULL THEN coalesce(array_to_string(x, d), '') END,
  (x, d, n) AS CASE WHEN x IS NOT NULL
    THEN coalesce(array_to_string(list_transform(x, lambda e: coalesce(CAST(e AS VARCHAR), n)), d), '') END;
CREATE MACRO array_sort(x) AS list_sort(x, 'ASC', 'NULLS LAST');
CREATE MACRO array_distinct(x) AS list_distinct(x);
CREATE MACRO array_max(x) AS list_max(x);
CREATE MACRO array_min(x) AS list_min(x);
CREATE MACRO array_position(x, e) AS CAST(coalesce(list_position(x, e), 0) AS BIGINT);
CREATE MACRO arrays_overlap(a, b) AS list_has_any(a, b);
CREATE MACRO slice(x, s, n) AS list_slice(x, s, s + n - 1);
CREATE MACRO sequence(a, b) AS generate_series(a, b), (a, b, s) AS generate_series(a, b, s);
CREATE MACRO map_agg(k, v) AS map(list(k), list(v));

-- Aggregates; those that Athena approximates are exact here
CREATE MACRO arbitrary(x) AS any_value(x);
CREATE MACRO every(x) AS bool_and(x);
CREATE MACRO approx_distinct(x) AS count(DISTINCT x);
CREATE MACRO approx_percentile(x, p) AS quantile_disc(x, p);
CREATE MACRO max_by(x, y) AS arg_max_null(x, y), (x, y, n) AS system.main.max_by(x, y, n);
CREATE MACRO min_by(x, y) AS arg_min_null(x, y), (x, y, n) AS system.main.min_by(x, y, n);

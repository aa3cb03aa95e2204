-- Athena's functions where DuckDB has none of the name, or one that answers differently. What both answer alike, and what DuckDB has under
-- another name, stands in AthenaFunctions.cs; _raise, _double_text, _float_text, _type_name and _levenshtein are written in C# there.
-- A name that begins with _ is a helper, which the dialect puts in place of syntax. No macro has typed parameters: within an aggregate
-- DuckDB would choose the wrong one. cast_to_type(_raise(...), x) fails where it is reached, and is of the type of x.

-- Casts: what Athena does not read is an error, or NULL with TRY_CAST
CREATE MACRO _checked(x, pattern, strict, type) AS CASE
  WHEN typeof(x) = 'VARCHAR' AND NOT regexp_full_match(TRY_CAST(x AS VARCHAR), pattern)
  THEN CASE WHEN strict THEN cast_to_type(_raise('Cannot cast ''' || TRY_CAST(x AS VARCHAR) || ''' to ' || type), x) END
  ELSE x END;
CREATE MACRO _whole(x, strict) AS CASE
  WHEN typeof(x) IN ('DOUBLE', 'FLOAT') THEN cast_to_type(round(TRY_CAST(x AS DOUBLE)), x)
  ELSE _checked(x, '[+-]?[0-9]+', strict, 'a whole number') END;
CREATE MACRO _boolean(x, strict) AS _checked(x, '(?i)t|f|true|false|1|0', strict, 'boolean');
CREATE MACRO _date(x, strict) AS _checked(x, '\s*[+-]?\d+-\d{1,2}-\d{1,2}\s*', strict, 'date');
CREATE MACRO _timestamp(x, strict) AS
  _checked(x, '\s*[+-]?\d+-\d{1,2}-\d{1,2}( \d{1,2}:\d{1,2}(:\d{1,2}(\.\d*)?)?( ?\S+)?)?\s*', strict, 'timestamp');
CREATE MACRO _text(x, strict) AS CASE
  WHEN typeof(x) = 'DOUBLE' THEN _double_text(TRY_CAST(x AS DOUBLE))
  WHEN typeof(x) = 'FLOAT' THEN _float_text(TRY_CAST(x AS FLOAT))
  WHEN typeof(x) = 'TIMESTAMP' THEN strftime(TRY_CAST(x AS TIMESTAMP), '%Y-%m-%d %H:%M:%S.%g')
  WHEN typeof(x) = 'TIMESTAMP WITH TIME ZONE' THEN strftime(TRY_CAST(x AS TIMESTAMPTZ), '%Y-%m-%d %H:%M:%S.%g UTC')
  WHEN typeof(x) LIKE '%]' OR typeof(x) LIKE 'MAP(%' OR typeof(x) LIKE 'STRUCT(%' OR typeof(x) = 'INTERVAL'
  THEN CASE WHEN strict THEN _raise('Cannot cast ' || _type_name(typeof(x)) || ' to varchar') END
  ELSE TRY_CAST(x AS VARCHAR) END;
CREATE MACRO _type_of(x) AS _type_name(typeof(x));
CREATE MACRO _if(c, x) AS CASE WHEN c THEN x END, (c, x, y) AS CASE WHEN c THEN x ELSE y END;
CREATE MACRO date(x) AS CAST(_date(x, true) AS DATE);

-- Dates and times
CREATE MACRO _interval_of(unit, n) AS CASE lower(unit)
  WHEN 'millisecond' THEN to_milliseconds(n) WHEN 'second' THEN to_seconds(n) WHEN 'minute' THEN to_minutes(n)
  WHEN 'hour' THEN to_hours(n) WHEN 'day' THEN to_days(n) WHEN 'week' THEN to_weeks(n)
  WHEN 'month' THEN to_months(n) WHEN 'quarter' THEN to_months(3 * n) WHEN 'year' THEN to_years(n)
  ELSE cast_to_type(_raise('''' || unit || ''' is no unit of date_add'), to_days(1)) END;
CREATE MACRO _plus(x, i) AS cast_to_type(x + i, x);
CREATE MACRO _minus(x, i) AS cast_to_type(x - i, x);
CREATE MACRO date_add(unit, n, x) AS _plus(x, _interval_of(unit, CAST(n AS INTEGER)));
CREATE MACRO date_diff(unit, a, b) AS system.main.date_sub(unit, a, b);
CREATE MACRO date_trunc(unit, x) AS cast_to_type(system.main.date_trunc(unit, x), x);
CREATE MACRO _mysql_format(f) AS
  system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(f,
    '%M', '%B'), '%i', '%M'), '%W', '%A'), '%s', '%S'), '%h', '%I'), '%e', '%-d'),
    '%c', '%-m'), '%k', '%-H'), '%l', '%-I'), '%v', '%V'), '%x', '%G'), '%T', '%H:%M:%S'),
    '%r', '%I:%M:%S %p');
CREATE MACRO date_format(x, f) AS CASE WHEN regexp_matches(f, '%[DUuVwX]')
  THEN _raise('date_format knows no %D, %U, %u, %V, %w and %X: ' || f) ELSE strftime(x, _mysql_format(f)) END;
-- Within a list, so that DuckDB looks for a constant format when the macro is used, not when it is made.
CREATE MACRO date_parse(x, f) AS list_transform([x], lambda e: strptime(e, _mysql_format(f)))[1];
CREATE MACRO _joda_format(f) AS
  system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(system.main.replace(f,
    'yyyy', '%Y'), 'yy', '%y'), 'MMMM', '%B'), 'MMM', '%b'), 'MM', '%m'), 'dd', '%d'),
    'EEEE', '%A'), 'EEE', '%a'), 'HH', '%H'), 'mm', '%M'), 'SSS', '%g'), 'ss', '%S'),
    'xxxx', '%G'), 'ww', '%V');
CREATE MACRO format_datetime(x, f) AS CASE WHEN regexp_matches(system.main.regexp_replace(_joda_format(f), '%.', '', 'g'), '[A-Za-z'']')
  THEN _raise('format_datetime knows yyyy yy MMMM MMM MM dd EEEE EEE HH mm ss SSS xxxx ww here, not all of ' || f)
  ELSE strftime(x, _joda_format(f)) END;
CREATE MACRO from_iso8601_date(x) AS CAST(_checked(x, '\d{4}-\d{2}-\d{2}', true, 'an ISO 8601 date') AS DATE);
CREATE MACRO from_iso8601_timestamp(x) AS CAST(
  _checked(x, '\d{4}-\d{2}-\d{2}(T(\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?)?(Z|[+-]\d{2}:?\d{2})?)?', true, 'an ISO 8601 timestamp') AS TIMESTAMPTZ);
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

-- Arithmetic: what divides by zero fails for whole numbers and decimals, and is NaN or Infinity for doubles
CREATE MACRO _is_double(a, b) AS typeof(a) IN ('DOUBLE', 'FLOAT') OR typeof(b) IN ('DOUBLE', 'FLOAT');
CREATE MACRO _divide(a, b) AS CASE
  WHEN _is_double(a, b) AND b = 0 THEN cast_to_type(a / b, a // b)
  WHEN NOT _is_double(a, b) AND b = 0 THEN cast_to_type(_raise('Division by zero'), a)
  WHEN NOT _is_double(a, b) AND (typeof(a) LIKE 'DECIMAL%' OR typeof(b) LIKE 'DECIMAL%') THEN cast_to_type(_raise(
    'A division of decimals keeps as few digits as its operands in Athena and is not answered here: write 1e0, a double, in place of 1.0'), a)
  ELSE a // b END;
CREATE MACRO _modulo(a, b) AS CASE WHEN NOT _is_double(a, b) AND b = 0 THEN cast_to_type(_raise('Division by zero'), a) ELSE a % b END;
CREATE MACRO mod(a, b) AS _modulo(a, b);
CREATE MACRO _averaged(x) AS CASE WHEN typeof(x) LIKE 'DECIMAL%' THEN cast_to_type(_raise(
  'An average of decimals keeps as few digits as they have in Athena and is not answered here: cast to double'), x) ELSE x END;
CREATE MACRO ln(x) AS CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x = 0 THEN CAST('-Infinity' AS DOUBLE) ELSE system.main.ln(x) END;
CREATE MACRO log2(x) AS CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x = 0 THEN CAST('-Infinity' AS DOUBLE) ELSE system.main.log2(x) END;
CREATE MACRO log10(x) AS CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x = 0 THEN CAST('-Infinity' AS DOUBLE) ELSE system.main.log10(x) END;
CREATE MACRO log(b, x) AS ln(x) / ln(b);
CREATE MACRO sqrt(x) AS CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) ELSE system.main.sqrt(x) END;
CREATE MACRO acos(x) AS CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) ELSE system.main.acos(x) END;
CREATE MACRO asin(x) AS CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) ELSE system.main.asin(x) END;
CREATE MACRO sign(x) AS cast_to_type(system.main.sign(x), x);
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
-- By a list of one, so that what is replaced in stands once: replace within replace within replace would else grow threefold each time.
CREATE MACRO replace(x, a) AS system.main.replace(x, a, ''), (x, a, b) AS list_transform([x], lambda q: CASE
  WHEN a <> '' THEN system.main.replace(q, a, b)
  WHEN q = '' THEN b ELSE b || array_to_string(string_split(q, ''), b) || b END)[1];
CREATE MACRO split(x, d) AS CASE WHEN d = '' THEN cast_to_type(_raise('The delimiter may not be the empty string'), string_split(x, d))
  ELSE string_split(x, d) END;
CREATE MACRO split_part(x, d, i) AS CASE WHEN i < 1 THEN _raise('Index must be greater than zero') ELSE string_split(x, d)[i] END;
CREATE MACRO substr(x, s) AS
  CASE WHEN s = 0 OR s > system.main.length(x) OR s < -system.main.length(x) THEN '' ELSE system.main.substr(x, s) END,
  (x, s, n) AS
  CASE WHEN n < 1 OR s = 0 OR s > system.main.length(x) OR s < -system.main.length(x) THEN '' ELSE system.main.substr(x, s, n) END;
CREATE MACRO _spaces() AS ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(8195) || chr(8201) || chr(12288);
CREATE MACRO trim(x) AS system.main.trim(x, _spaces()), (x, c) AS system.main.trim(x, c);
CREATE MACRO ltrim(x) AS system.main.ltrim(x, _spaces()), (x, c) AS system.main.ltrim(x, c);
CREATE MACRO rtrim(x) AS system.main.rtrim(x, _spaces()), (x, c) AS system.main.rtrim(x, c);
CREATE MACRO lpad(x, n, p) AS CASE WHEN p = '' THEN _raise('The padding may not be the empty string')
  WHEN n < 0 THEN _raise('The length may not be negative') ELSE system.main.lpad(x, CAST(n AS INTEGER), p) END;
CREATE MACRO rpad(x, n, p) AS CASE WHEN p = '' THEN _raise('The padding may not be the empty string')
  WHEN n < 0 THEN _raise('The length may not be negative') ELSE system.main.rpad(x, CAST(n AS INTEGER), p) END;
CREATE MACRO upper(x) AS system.main.replace(system.main.upper(system.main.replace(x, 'ß', chr(57344))), chr(57344), 'ß');
CREATE MACRO regexp_like(x, p) AS regexp_matches(x, p);
CREATE MACRO regexp_extract(x, p) AS CASE WHEN regexp_matches(x, p) THEN system.main.regexp_extract(x, p) END,
  (x, p, g) AS CASE WHEN regexp_matches(x, p) THEN system.main.regexp_extract(x, p, g) END;
CREATE MACRO regexp_replace(x, p) AS system.main.regexp_replace(x, p, '', 'g'),
  (x, p, r) AS system.main.regexp_replace(x, p, system.main.regexp_replace(r, '\$(\d)', '\\\1', 'g'), 'g');
CREATE MACRO regexp_split(x, p) AS string_split_regex(x, p);
CREATE MACRO regexp_count(x, p) AS CAST(len(regexp_extract_all(x, p)) AS BIGINT);
CREATE MACRO codepoint(x) AS
  CASE WHEN system.main.length(x) <> 1 THEN cast_to_type(_raise('codepoint takes one character'), 1) ELSE unicode(x) END;
CREATE MACRO levenshtein_distance(a, b) AS _levenshtein(a, b);
CREATE MACRO to_utf8(x) AS encode(x);
CREATE MACRO from_utf8(x) AS decode(x);
CREATE MACRO length(x) AS CASE WHEN typeof(x) = 'BLOB' THEN octet_length(CAST(x AS BLOB)) ELSE system.main.length(CAST(x AS VARCHAR)) END;
CREATE MACRO json_extract_scalar(x, p) AS CASE WHEN json_valid(x) AND json_type(x, p) NOT IN ('OBJECT', 'ARRAY', 'NULL')
  THEN json_extract_string(x, p) END;

-- Arrays and maps; a map's keys are found by JSON, since one macro has to serve arrays, too
CREATE MACRO _is_map(x) AS typeof(x) LIKE 'MAP(%';
CREATE MACRO cardinality(x) AS
  CAST(CASE WHEN _is_map(x) THEN len(json_keys(to_json(x))) ELSE json_array_length(to_json(x)) END AS BIGINT);
CREATE MACRO element_at(x, k) AS CASE WHEN NOT _is_map(x) AND CAST(k AS VARCHAR) = '0'
  THEN cast_to_type(_raise('SQL array indices start at 1'), x[k]) ELSE x[k] END;
CREATE MACRO _subscript(x, k) AS CASE
  WHEN _is_map(x) AND NOT list_contains(json_keys(to_json(x)), CAST(k AS VARCHAR))
  THEN cast_to_type(_raise('Key not present in map: ' || CAST(k AS VARCHAR)), x[k])
  WHEN NOT _is_map(x) AND (TRY_CAST(k AS BIGINT) < 1 OR TRY_CAST(k AS BIGINT) > json_array_length(to_json(x)))
  THEN cast_to_type(_raise('The array has no element ' || CAST(k AS VARCHAR) || '; element_at gives NULL beyond its end'), x[k])
  ELSE x[k] END;
CREATE MACRO array_join(x, d) AS
  CASE WHEN x IS NOT NULL THEN coalesce(array_to_string(list_transform(x, lambda q: _text(q, true)), d), '') END,
  (x, d, n) AS CASE WHEN x IS NOT NULL
    THEN coalesce(array_to_string(list_transform(x, lambda q: coalesce(_text(q, true), n)), d), '') END;
CREATE MACRO array_sort(x) AS list_sort(x, 'ASC', 'NULLS LAST');
CREATE MACRO array_distinct(x) AS list_filter(x, lambda q, i: list_position(x, q) = i);
CREATE MACRO array_max(x) AS CASE WHEN len(x) = list_count(x) THEN list_max(x) END;
CREATE MACRO array_min(x) AS CASE WHEN len(x) = list_count(x) THEN list_min(x) END;
CREATE MACRO array_position(x, e) AS CAST(coalesce(list_position(x, e), 0) AS BIGINT);
CREATE MACRO arrays_overlap(a, b) AS CASE WHEN list_has_any(a, b) THEN true
  WHEN len(a) = list_count(a) AND len(b) = list_count(b) OR len(a) = 0 OR len(b) = 0 THEN false END;
CREATE MACRO contains(x, e) AS CASE WHEN list_contains(x, e) THEN true
  WHEN x IS NOT NULL AND e IS NOT NULL AND len(x) = list_count(x) THEN false END;
CREATE MACRO slice(x, s, n) AS CASE
  WHEN s = 0 THEN cast_to_type(_raise('SQL array indices start at 1'), x)
  WHEN n < 0 THEN cast_to_type(_raise('The length may not be negative'), x)
  WHEN n = 0 OR -s > len(x) THEN list_slice(x, 2, 1)
  WHEN s < 0 THEN list_slice(x, len(x) + s + 1, len(x) + s + n)
  ELSE list_slice(x, s, s + n - 1) END;
CREATE MACRO sequence(a, b) AS CASE
  WHEN abs(b - a) >= 10000 THEN cast_to_type(_raise('A sequence has at most 10000 entries'), [a])
  ELSE list_transform(generate_series(0, CAST(abs(b - a) AS INTEGER)), lambda q: a + CAST(CASE WHEN a <= b THEN q ELSE -q END AS INTEGER)) END,
  (a, b, s) AS CASE WHEN len(generate_series(a, b, s)) = 0
    THEN cast_to_type(_raise('The step of a sequence has to lead from its start to its end'), [a])
    ELSE list_transform(generate_series(a, b, s), lambda q: cast_to_type(q, a)) END;
CREATE MACRO map_agg(k, v) AS map(list(k), list(v));

// Athena's dialect: which functions it has that are answered here, and what a query says that is outside it.

// Athena's functions that DuckDB answers alike; those in athena.sql come to them.
const same = `
  abs acos any_value array_agg asin atan atan2 avg bit_length bool_and bool_or cbrt ceil ceiling chr coalesce contains corr cos
  count count_if covar_pop covar_samp cume_dist current_date current_timestamp date day degrees dense_rank exp filter
  first_value flatten floor geometric_mean histogram hour if lag last_value lead ln localtimestamp log log10 log2 lower lpad
  ltrim map map_keys map_values max min minute mod month now nth_value ntile nullif percent_rank pi position pow power quarter
  radians random rank regexp_extract_all reverse round row row_number rpad rtrim second sign sin split sqrt starts_with stddev
  stddev_pop stddev_samp strpos substr substring sum tan translate trim try unnest upper url_decode url_encode uuid var_pop
  var_samp variance week year concat_ws
`.trim().split(/\s+/);

// What DuckDB's parser makes of syntax that Athena has too.
const syntax = 'count_star to_milliseconds to_seconds to_minutes to_hours to_days to_weeks to_months to_years trunc'.split(' ');

/** Sees that queries keep to the dialect; the macros are the names that athena.sql defines. */
export class Dialect {
  constructor(macros) {
    this.functions = [...new Set([...same, ...macros])].filter(name => /^[a-z]\w*$/.test(name)).sort();
    this.known = new Set([...this.functions, ...syntax]);
  }

  /** What is wrong with a query, in one line, or undefined; the parse is that of json_serialize_sql. */
  complaint(sql, parsed) {
    if (parsed.error) {
      return parsed.error_type === 'parser'
        ? syntaxError(sql, parsed)
        : 'it is no query: SELECT, WITH, VALUES and SHOW FUNCTIONS are answered here';
    }

    if (parsed.statements.length !== 1) {
      return `it is ${parsed.statements.length} statements; one at a time is answered`;
    }

    const unknown = calls(parsed.statements).find(name => !this.known.has(name));
    return unknown
      && `the function ${unknown} is not among Athena's that are known here${this.nearest(unknown)}; query "SHOW FUNCTIONS" lists those`;
  }

  nearest(unknown) {
    const alike = this.functions.filter(name => name.startsWith(unknown.slice(0, 4))).slice(0, 5);
    return alike.length > 0 ? `, though ${alike.join(', ')} ${alike.length > 1 ? 'are' : 'is'}` : '';
  }
}

/** The columns' names as Athena gives them: _col0 and so on for what has none; undefined where a * hides the positions. */
export function columnNames({ statements: [{ node }] }) {
  while (node.left) {
    node = node.left;
  }

  const expressions = node.select_list ?? [];
  return expressions.some(({ class: kind }) => kind === 'STAR')
    ? undefined
    : expressions.map(({ alias, class: kind, column_names: path }, i) => alias || (kind === 'COLUMN_REF' ? path.at(-1) : `_col${i}`));
}

/** Lets a date plus or minus an interval stay a date, as in Athena, by two of the macros; says whether there was one. */
export function keepDates(node) {
  if (node === null || typeof node !== 'object') {
    return false;
  }

  const found = Object.values(node).map(keepDates).includes(true);
  const { function_name: name, is_operator: operator, children } = node;
  if (!operator || !['+', '-'].includes(name) || !children[1]?.function_name?.startsWith('to_')) {
    return found;
  }

  Object.assign(node, { function_name: name === '+' ? '_plus' : '_minus', is_operator: false });
  return true;
}

/** The functions that a query calls; the parser's own, which are operators or stand in its schema main, are left out. */
function calls(node) {
  if (node === null || typeof node !== 'object') {
    return [];
  }

  const { function_name: name, is_operator: operator, schema } = node;
  const own = name && !operator && schema !== 'main' ? [name.toLowerCase()] : [];
  return own.concat(...Object.values(node).map(calls));
}

function syntaxError(sql, { error_message: message, position }) {
  const lines = sql.slice(0, Number(position)).split('\n');
  return position === undefined ? message : `line ${lines.length}:${lines.at(-1).length + 1}: ${message}`;
}

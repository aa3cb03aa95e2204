// Athena's queries by DuckDB's own client, over the delivered files of a bucket. With a query's name as the last argument, its answer alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { serve, time } from './worker.mjs';

const [bucket, athena, only] = process.argv.slice(2);
const types = { string: 'VARCHAR', bigint: 'BIGINT', tinyint: 'TINYINT', timestamp: 'TIMESTAMP' };
const read = (...path) => readFileSync(join(athena, ...path), 'utf8').replace(/;\s*$/, '');
const columns = [...read('petmatch.sql').matchAll(/^ {2}`(\w+)` (\w+)/gm)].map(([, name, type]) => `'${name}': '${types[type]}'`);

// What DuckDB has under another name, or has not.
const macros = `
  CREATE MACRO approx_percentile(x, p) AS quantile_disc(x, p);
  CREATE MACRO arbitrary(x) AS any_value(x);
  CREATE MACRO array_join(x, d) AS array_to_string(x, d);
  CREATE MACRO date_format(x, f) AS strftime(x, replace(replace(f, '%i', '%M'), '%s', '%S'));
  CREATE MACRO day_of_week(x) AS isodow(x);
  CREATE MACRO regexp_count(x, p) AS len(regexp_extract_all(x, p));
  CREATE MACRO regexp_like(x, p) AS regexp_matches(x, p);
  CREATE MACRO to_utf8(x) AS x;
  CREATE MACRO length(x) AS strlen(x);`;

/** Athena's SQL as DuckDB takes it: an if has an else. */
const translated = sql => sql.replaceAll(/\bif\((.+), (round\(.+\))\) AS/g, 'CASE WHEN $1 THEN $2 END AS');

let connection;
const load = async () => {
  connection?.closeSync();
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET TimeZone = 'UTC'; SET ieee_floating_point_ops = true; SET default_null_order = 'nulls_last'; ${macros}
    CREATE SCHEMA analytics;
    CREATE TABLE analytics.petmatch AS
      SELECT * EXCLUDE filename, regexp_extract(filename, 'analytics-(\\d+/\\d+/\\d+)', 1) AS day
      FROM read_csv('${bucket}/analytics-*/**/*.csv.gz', delim = ',', quote = '', escape = '\\', strict_mode = false, header = false, auto_detect = false,
        nullstr = '', filename = true, columns = {${columns.join(', ')}})`);
  for (const view of ['petmatch_turns', 'petmatch_hits', 'petmatch_dialogs']) {
    await connection.run(read('views', `${view}.sql`));
  }
};

const rowsOf = async name => (await connection.runAndReadAll(translated(read('queries', `${name}.sql`)))).getRows();
const answer = async name => JSON.stringify((await rowsOf(name)).map(row => row.map(value => value === null ? null : String(value))));

if (only) {
  await load();
  console.log(await answer(only));
} else {
  const commands = { load: () => time(1, load), query: name => time(1, () => rowsOf(name)), answer };
  await serve((command, name) => commands[command](name));
}

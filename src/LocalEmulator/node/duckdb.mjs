// SQL over the delivered files: a line {"sql", "athena"} on standard input gives a line {"columns", "rows"} or {"error"} on standard
// output. With athena the SQL is a query of Athena's dialect; without, it is DuckDB's own. Usage: node duckdb.mjs FOLDER; relative paths
// in SQL start there.
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';
import { columnNames, Dialect, keepDates } from './athena.mjs';

const folder = process.argv[2];
if (existsSync(folder)) {
  process.chdir(folder);
}

// Athena's catalog, so that "AwsDataCatalog"."analytics"."petmatch" is the table too; the macros are seen by Athena's SQL alone.
const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: tmpdir() });
const connect = async (searchPath) => {
  const connection = await duckdb.connect();
  await connection.run(`SET search_path = '${searchPath}'; SET TimeZone = 'UTC'; SET default_null_order = 'nulls_last'`);
  return connection;
};
await (await duckdb.connect()).run(`
  SET autoinstall_known_extensions = false;
  ATTACH ':memory:' AS awsdatacatalog; CREATE SCHEMA awsdatacatalog.analytics; CREATE SCHEMA awsdatacatalog.athena`);
const own = await connect('awsdatacatalog.analytics');
const athena = await connect('awsdatacatalog.analytics,awsdatacatalog.athena');
const macros = await connect('awsdatacatalog.athena');
await macros.run(readFileSync(new URL('athena.sql', import.meta.url), 'utf8'));
await athena.run('SET integer_division = true'); // in Athena 1 / 2 is 0
const names = await own.runAndReadAll("SELECT DISTINCT function_name FROM duckdb_functions() WHERE schema_name = 'athena'");
const dialect = new Dialect(names.getRows().flat());

const typeName = (type) => {
  switch (type.typeId) {
    case DuckDBTypeId.HUGEINT: // DuckDB's sums of whole numbers and its counts are wider than Athena's.
    case DuckDBTypeId.UBIGINT:
      return 'bigint';
    case DuckDBTypeId.TIMESTAMP_TZ:
      return 'timestamp with time zone';
    case DuckDBTypeId.LIST:
      return 'array';
    case DuckDBTypeId.MAP:
      return 'map';
    case DuckDBTypeId.STRUCT:
      return 'row';
    case DuckDBTypeId.BLOB:
      return 'varbinary';
    default:
      return type.toString().toLowerCase();
  }
};

/** A double as Java writes it: 0.25, 1.0, 1.0E7. */
const double = (value) => {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0 || (size >= 1e-3 && size < 1e7)) {
    return Object.is(value, -0) ? '-0.0' : Number.isInteger(value) ? value.toFixed(1) : String(value);
  }

  const [digits, exponent] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
};

const millis = (value) => value.toString().replace(/(\.\d+)?(\+00)?$/, (_, fraction = '.') => `.${fraction.slice(1, 4).padEnd(3, '0')}`);

const text = (value, type) => {
  if (value === null) {
    return null;
  }

  switch (type.typeId) {
    case DuckDBTypeId.FLOAT:
      return double(Number(value.toPrecision(7)));
    case DuckDBTypeId.DOUBLE:
      return double(value);
    case DuckDBTypeId.TIMESTAMP:
      return millis(value);
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `${millis(value)} UTC`;
    case DuckDBTypeId.LIST:
      return `[${value.items.map((item) => String(text(item, type.valueType))).join(', ')}]`;
    case DuckDBTypeId.MAP:
      return `{${value.entries.map((entry) => `${text(entry.key, type.keyType)}=${text(entry.value, type.valueType)}`).join(', ')}}`;
    case DuckDBTypeId.STRUCT:
      return `{${type.entryNames.map((name, i) => `${name}=${text(value.entries[name], type.entryTypes[i])}`).join(', ')}}`;
    default:
      return String(value);
  }
};

const answer = async (connection, sql, columns) => {
  const result = await connection.runAndReadAll(sql);
  const types = result.columnTypes();
  return {
    columns: result.columnNames().map((name, i) => ({ name: columns?.[i] ?? name, type: typeName(types[i]) })),
    rows: result.getRows().map((row) => row.map((value, i) => text(value, types[i]))),
  };
};

// Where a node stands is a number beyond JavaScript's own; nobody needs it.
const withoutLocation = (name, value) => (name === 'query_location' ? 0 : value);

const scalar = async (sql, argument) => (await own.runAndReadAll(sql, [argument])).getRows()[0][0];

const ask = async (sql) => {
  if (/^(\s|--.*)*create\s+or\s+replace\s+view\b/i.test(sql)) {
    return answer(athena, sql);
  }

  if (/^\s*show\s+functions\s*;?\s*$/i.test(sql)) {
    return { columns: [{ name: 'function', type: 'varchar' }], rows: dialect.functions.map((name) => [name]) };
  }

  const parsed = JSON.parse(await scalar('SELECT json_serialize_sql($1::VARCHAR)', sql), withoutLocation);
  const complaint = dialect.complaint(sql, parsed);
  if (complaint) {
    return { error: complaint };
  }

  const columns = columnNames(parsed);
  const local = keepDates(parsed) ? await scalar('SELECT json_deserialize_sql($1::JSON)', JSON.stringify(parsed)) : sql;
  return answer(athena, local, columns);
};

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { sql, athena: isAthena } = JSON.parse(line);
  say(await (isAthena ? ask(sql) : answer(own, sql)).catch((error) => ({ error: error.message.split('\n')[0] })));
}

process.exit(0);

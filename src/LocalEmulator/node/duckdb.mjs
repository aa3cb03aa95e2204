// SQL over the delivered files: a line {"sql"} on standard input gives a line {"columns","rows"} or {"error"} on standard output.
// Usage: node duckdb.mjs FOLDER; relative paths in SQL start there.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';

const folder = process.argv[2];
if (existsSync(folder)) {
  process.chdir(folder);
}

const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: tmpdir() });
const connection = await duckdb.connect();
await connection.run('SET autoinstall_known_extensions = false');
await connection.run('SET integer_division = true'); // in Athena 1 / 2 is 0

// DuckDB's sums of whole numbers are wider than Athena's bigint; the other names differ in case alone.
const typeName = (type) => (type.typeId === DuckDBTypeId.HUGEINT ? 'bigint' : type.toString().toLowerCase());

const text = (value, type) => {
  if (value === null) {
    return null;
  }

  switch (type.typeId) {
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return Number.isInteger(value) ? value.toFixed(1) : String(value);
    case DuckDBTypeId.TIMESTAMP:
      return value.toString().replace(/(\.\d+)?$/, (fraction) => `.${fraction.slice(1, 4).padEnd(3, '0')}`);
    default:
      return String(value);
  }
};

const answer = async (sql) => {
  const result = await connection.runAndReadAll(sql);
  const types = result.columnTypes();
  return {
    columns: result.columnNames().map((name, i) => ({ name, type: typeName(types[i]) })),
    rows: result.getRows().map((row) => row.map((value, i) => text(value, types[i]))),
  };
};

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  say(await answer(JSON.parse(line).sql).catch((error) => ({ error: error.message.split('\n')[0] })));
}

process.exit(0);

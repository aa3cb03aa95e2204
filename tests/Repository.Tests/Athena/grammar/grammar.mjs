// Parses SQL: a line {"grammar", "sql"} on standard input, with hive or trino, gives a line with an array of messages.
import { register } from 'node:module';
import { createInterface } from 'node:readline';

register('./resolve.mjs', import.meta.url);
const { HiveSQL, TrinoSQL } = await import('dt-sql-parser');
const parsers = { hive: new HiveSQL(), trino: new TrinoSQL() };

for await (const line of createInterface({ input: process.stdin })) {
  const { grammar, sql } = JSON.parse(line);
  const errors = parsers[grammar].validate(sql);
  process.stdout.write(`${JSON.stringify(errors.map((error) => `line ${error.startLine}:${error.startColumn}: ${error.message}`))}\n`);
}

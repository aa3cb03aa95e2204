// Reads the command line of a tool.

import { parseArgs } from 'node:util';

/** The options and other arguments of a tool. --help prints its usage and ends it with 0; what is not allowed ends it with 2. */
export function readCommandLine(usage, { options = {}, positionals = [] } = {}) {
  try {
    const help = { type: 'boolean', short: 'h' };
    const given = parseArgs({ options: { ...options, help }, allowPositionals: positionals.length > 0 });
    if (given.values.help) {
      console.log(`Usage: ${usage}`);
      process.exit(0);
    }
    checkPositionals(given.positionals, positionals);
    return given;
  } catch (wrong) {
    console.error(`${wrong.message.split(/\. |\n/)[0]}. Usage: ${usage}`);
    process.exit(2);
  }
}

/** Each allowed argument has a name, the values it may have where not any will do, and whether it may be missing. */
function checkPositionals(given, allowed) {
  allowed.forEach(({ name, values, isOptional }, place) => {
    const value = given[place];
    if (value === undefined ? !isOptional : value === '' || (values && !values.includes(value))) {
      throw new Error(value === undefined ? `${name} is missing` : `${name} is '${value}'`);
    }
  });
  if (given.length > allowed.length) {
    throw new Error(`Unexpected argument '${given[allowed.length]}'`);
  }
}

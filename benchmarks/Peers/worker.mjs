// What every peer process does: it says "ready", and answers each line on standard input, such as "v3 20", by a line.
import { createInterface } from 'node:readline';

export const serve = async answer => {
  console.log('ready');
  for await (const command of createInterface({ input: process.stdin })) {
    console.log(await answer(...command.split(' ')));
  }
};

/** The milliseconds of work that is done so often, one after the other. */
export const time = async (times, work) => {
  const start = performance.now();
  for (let i = 0; i < times; i++) {
    await work();
  }
  return performance.now() - start;
};

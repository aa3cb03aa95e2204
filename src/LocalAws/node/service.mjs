// What the emulated services share: they listen on a free local port, say which, and end with the emulator.
import { accessSync, constants, mkdirSync } from 'node:fs';

/** Ends with one line that says what went wrong; the emulator shows it. */
export function fail(what, error) {
  process.stderr.write(`${what}: ${String(error?.message ?? error).split('\n')[0]}\n`);
  process.exit(1);
}

/** Creates a folder and sees that it can be written to. */
export function writableFolder(path) {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    return path;
  } catch (error) {
    return fail(`the folder ${path} cannot be written to`, error);
  }
}

/** Tells the emulator the port, and ends when the emulator does: its end of standard input closes then, however it ends. */
export function announce(server) {
  server.keepAliveTimeout = 0; // The emulator's connections idle; a server that closes them first makes a request fail.
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
}

// On Ctrl-C the whole terminal group is signalled: the emulator decides when its services end.
process.on('SIGINT', () => {});
process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
process.on('uncaughtException', error => fail('it failed', error));
process.on('unhandledRejection', error => fail('it failed', error));

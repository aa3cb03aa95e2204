// Asks NuGet and npm for the known vulnerabilities of all packages, and fails at a severe one that allowed.json does not bear:
//
//     node tools/audit/audit.mjs
//     node tools/audit/audit.mjs --nuget FILE --npm FILE [--allowed FILE] [--today DAY]    judges saved reports
//
// NuGet is asked about what was restored last, npm about each package-lock.json. A registry without such data is skipped by name.

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../commandLine.mjs';
import { mistakesOf } from './allowed.mjs';
import { readNpm, readNuGet, severeOnly } from './reports.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const text = { type: 'string' };
const usage = 'node tools/audit/audit.mjs [--nuget FILE] [--npm FILE] [--allowed FILE] [--today DAY]';
const { values: options } = readCommandLine(usage, { options: { nuget: text, npm: text, allowed: text, today: text } });

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What a program reports. Both programs say by an exit code that they have found something. */
function ask(program, args, folder) {
  const onWindows = process.platform === 'win32';
  const { stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, shell: onWindows });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`'${program} ${args.join(' ')}' gave no report: ${error?.message ?? (stderr || stdout).trim()}`);
  }
}

function nuGetReports() {
  const what = ['list', 'PetMatch.sln', 'package', '--vulnerable', '--include-transitive', '--no-restore'];
  return [ask('dotnet', [...what, '--format', 'json', '--config', join(here, 'nuget.config')], root)];
}

/** The folders with a package-lock.json, but for those that git ignores. */
function lockedFolders(folder, ignored) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return ignored.has(entry.name) ? [] : lockedFolders(join(folder, entry.name), ignored);
    }

    return entry.name === 'package-lock.json' ? [folder] : [];
  });
}

function npmReports() {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter((line) => line.endsWith('/'));
  return lockedFolders(root, new Set(['.git', ...ignored.map((line) => line.slice(0, -1))])).map((folder) => ask('npm', ['audit', '--json', '--package-lock-only'], folder));
}

const registries = [
  { id: 'nuget', name: 'NuGet', read: readNuGet, reports: options.nuget ? () => [json(options.nuget)] : nuGetReports },
  { id: 'npm', name: 'npm', read: readNpm, reports: options.npm ? () => [json(options.npm)] : npmReports },
];

function audit() {
  const findings = [];
  const audited = [];
  for (const { id, name, read, reports } of registries) {
    const results = reports().map(read);
    const skipped = results.find((result) => result.skipped)?.skipped;
    if (skipped) {
      console.log(`SKIPPED: the audit of the packages from ${name}, whose registry has no audit data. ${skipped}`);
      continue;
    }

    const found = severeOnly(results.flatMap((result) => result.findings));
    console.log(`${name}: severe vulnerabilities: ${found.length}`);
    audited.push(id);
    findings.push(...found);
  }

  const today = options.today ?? new Date().toISOString().slice(0, 10);
  return mistakesOf(json(options.allowed ?? join(here, 'allowed.json')), findings, audited, today);
}

try {
  const mistakes = audit();
  mistakes.forEach((mistake) => console.error(mistake));
  process.exitCode = mistakes.length > 0 ? 1 : 0;
} catch (mistake) {
  console.error(mistake.message);
  process.exitCode = 1;
}

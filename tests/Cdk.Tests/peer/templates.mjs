// Reads the templates that the command line names, and prints what a check finds in them as one JSON array of lines.
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Gives a check each template with its file, and lines that concern none of them in the end. */
export function checkTemplates(check, conclude = () => []) {
  const findings = process.argv.slice(2).flatMap((file) => {
    const template = JSON.parse(readFileSync(file, 'utf8'));
    return check(template, file).map((finding) => `${basename(dirname(file))}: ${finding}`);
  });
  console.log(JSON.stringify([...findings, ...conclude()]));
}

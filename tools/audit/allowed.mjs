// The severe vulnerabilities that are known and borne for a while: allowed.json, an array of entries with these members, all of them text.

const members = ['registry', 'package', 'advisory', 'reason', 'expires'];

/** What is wrong: a finding that no entry allows, and an entry that is malformed, has expired or allows nothing that was found. */
export function mistakesOf(entries, findings, audited, today) {
  const forbidden = findings.filter((finding) => !entries.some((entry) => allows(entry, finding))).map((finding) =>
    `${finding.registry}: ${finding.package} ${finding.version} has a ${finding.severity} vulnerability, ${finding.advisory}: ` +
    'update it, or add an entry to tools/audit/allowed.json.');
  const bad = entries.map((entry) => [entry, mistakeOf(entry, findings, audited, today)]).filter(([, mistake]) => mistake)
    .map(([entry, mistake]) => `allowed.json: the entry of ${entry.advisory} in ${entry.package} ${mistake}`);
  return [...forbidden, ...bad];
}

function mistakeOf(entry, findings, audited, today) {
  const missing = members.filter((member) => typeof entry[member] !== 'string' || entry[member].trim() === '');
  if (missing.length > 0) {
    return `has no ${missing.join(', ')}.`;
  }

  if (!/^\d{4}-\d\d-\d\d$/.test(entry.expires) || Number.isNaN(Date.parse(entry.expires))) {
    return `expires on '${entry.expires}', which is no day such as 2027-01-31.`;
  }

  if (entry.expires < today) {
    return `expired on ${entry.expires}: update the package, or say anew why it is borne.`;
  }

  return audited.includes(entry.registry) && !findings.some((finding) => allows(entry, finding))
    ? 'allows nothing that was found: remove it.'
    : undefined;
}

const allows = (entry, finding) => ['registry', 'package', 'advisory'].every((member) => entry[member] === finding[member]);

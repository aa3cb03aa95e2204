// Reads what `dotnet list package --vulnerable` and `npm audit` report: findings or, where the registry has no data, why it is skipped.

const severe = new Set(['high', 'critical']);

/** The severe ones among the findings, each once. */
export const severeOnly = (findings) =>
  [...new Map(findings.filter((finding) => severe.has(finding.severity)).map((finding) => [JSON.stringify(finding), finding])).values()];

export function readNuGet(report) {
  const problems = (report.problems ?? []).map((problem) => problem.text);
  const noData = problems.filter((text) => text.includes('did not provide any vulnerability data'));
  const others = problems.filter((text) => !noData.includes(text));
  if (others.length > 0) {
    throw new Error(`NuGet's report has ${others.length} problems, first: ${others[0]}`);
  }

  if (noData.length > 0) {
    return { skipped: noData[0] };
  }

  if (!report.projects?.length) {
    throw new Error("NuGet's report names no project.");
  }

  const packages = report.projects
    .flatMap((project) => project.frameworks ?? [])
    .flatMap((framework) => [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])]);
  return {
    findings: packages.flatMap((found) => (found.vulnerabilities ?? []).map((vulnerability) => ({
      registry: 'nuget',
      package: found.id,
      version: found.resolvedVersion,
      severity: vulnerability.severity.toLowerCase(),
      advisory: idOf(vulnerability.advisoryurl),
    }))),
  };
}

export function readNpm(report) {
  // So answers a registry that does not know the request. Anything else, such as no network, is an error.
  if ([404, 405, 501].includes(report.statusCode)) {
    return { skipped: report.message };
  }

  if (!report.vulnerabilities) {
    throw new Error(`npm's report names no vulnerabilities: ${report.message ?? JSON.stringify(report.error)}`);
  }

  // A package is listed for its own advisories, which are objects, and for those of what it depends on, which are names.
  const advisories = Object.values(report.vulnerabilities).flatMap((found) => found.via.filter((via) => typeof via === 'object'));
  return {
    findings: advisories.map((via) => ({
      registry: 'npm',
      package: via.name,
      version: via.range,
      severity: via.severity,
      advisory: idOf(via.url),
    })),
  };
}

const idOf = (address) => address.split('/').at(-1);

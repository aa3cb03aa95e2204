// Writes a bill of materials in CycloneDX JSON for each deployed function: its packages, and the .NET runtime that is linked into it.
//
//     node tools/sbom/build.mjs DIR [linux-x64|linux-arm64]    writes DIR/SkillFunction.cdx.json and DIR/StreamToFirehoseFunction.cdx.json
//
// It is about the packages that a publish takes: with AwsPackages=official in the environment, Amazon's own for Lambda and Firehose are among them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../commandLine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const runtimes = ['linux-x64', 'linux-arm64'];
const { positionals: [folder, runtime = runtimes[0]] } = readCommandLine(`node tools/sbom/build.mjs DIR [${runtimes.join('|')}]`, {
  positionals: [{ name: 'DIR' }, { name: 'The runtime', values: runtimes, isOptional: true }],
});

const dotnet = (...args) => execFileSync('dotnet', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The runtime's package. NuGet only downloads it for the compiler, so it is no dependency that the tool sees. */
function runtimeComponent(assets) {
  const name = `Microsoft.NETCore.App.Runtime.NativeAOT.${runtime}`;
  const { version: range } = Object.values(assets.project.frameworks)[0].downloadDependencies.find((download) => download.name === name);
  const version = range.slice(1).split(',')[0];
  const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
  const hash = readFileSync(join(packages, name.toLowerCase(), version, `${name}.${version}.nupkg.sha512`.toLowerCase()), 'utf8');
  const purl = `pkg:nuget/${name}@${version}`;
  return {
    type: 'framework',
    'bom-ref': purl,
    name,
    version,
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex').toUpperCase() }],
    licenses: [{ license: { id: 'MIT' } }],
    purl,
  };
}

dotnet('tool', 'restore');
for (const name of ['SkillFunction', 'StreamToFirehoseFunction']) {
  const artifacts = mkdtempSync(join(tmpdir(), 'petmatch-sbom-'));
  try {
    const project = `src/${name}/${name}.csproj`;
    const version = execFileSync('dotnet', ['msbuild', project, '-getProperty:Version'], { cwd: root, encoding: 'utf8' }).trim();
    dotnet('restore', project, '-p:_IsPublishing=true', '-p:Configuration=Release', `-p:RuntimeIdentifier=${runtime}`, '--artifacts-path', artifacts);
    const bom = ['--output', resolve(folder), '--filename', `${name}.cdx.json`, '--output-format', 'Json', '--spec-version', '1.6'];
    const what = ['--runtime', runtime, '--base-intermediate-output-path', artifacts, '--disable-package-restore', '--exclude-dev'];
    dotnet('dotnet-CycloneDX', project, ...bom, ...what, '--no-serial-number', '--set-name', name, '--set-version', version);

    const path = join(resolve(folder), `${name}.cdx.json`);
    const document = json(path);
    const component = runtimeComponent(json(join(artifacts, 'obj', name, 'project.assets.json')));
    document.components.push(component);
    document.dependencies.push({ ref: component['bom-ref'] });
    document.dependencies.find((dependency) => dependency.ref === document.metadata.component['bom-ref']).dependsOn.push(component['bom-ref']);
    writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
    console.log(path);
  } finally {
    rmSync(artifacts, { recursive: true });
  }
}

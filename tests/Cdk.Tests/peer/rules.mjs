// Holds the templates against the AwsSolutions rules; what may stand against a rule has its reason in suppressions.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { App, Aspects, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks } from 'cdk-nag';
import { checkTemplates } from './templates.mjs';

const suppressions = JSON.parse(readFileSync(new URL('suppressions.json', import.meta.url), 'utf8'));
const used = new Set();

/** Collects what does not comply, and what a rule can't judge. */
class Findings {
  lines = [];
  onCompliance() {}
  onSuppressed() {}
  onNotApplicable() {}
  onNonCompliance({ ruleId, findingId, resource, ruleInfo }) {
    this.add(findingId ? `${ruleId}[${findingId}]` : ruleId, resource, ruleInfo);
  }
  onError({ ruleId, resource, errorMessage }) {
    this.add(`${ruleId} (can't judge)`, resource, errorMessage);
  }
  add(rule, resource, reason) {
    const id = resource.stack.resolve(resource.logicalId);
    const suppression = suppressions.find((entry) => new RegExp(`^${entry.rule}$`).test(rule) && id.startsWith(entry.resource));
    if (suppression) {
      used.add(suppression);
    } else {
      this.lines.push(`${id}: ${rule}: ${reason}`);
    }
  }
}

function check(_, file) {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Checked', { synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) });
  new CfnInclude(stack, 'Template', { templateFile: knownToThisCdk(file) });
  const findings = new Findings();
  Aspects.of(stack).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [findings] }));
  Template.fromStack(stack);
  return findings.lines;
}

/** A table that is Iceberg's alone has no TableInput, which this version of the CDK demands; no rule looks at it. */
function knownToThisCdk(file) {
  const template = JSON.parse(readFileSync(file, 'utf8'));
  Object.values(template.Resources)
    .filter((resource) => resource.Type === 'AWS::Glue::Table')
    .forEach((table) => { table.Properties.TableInput ??= {}; });
  const known = `${file}.known.json`;
  writeFileSync(known, JSON.stringify(template));
  return known;
}

checkTemplates(check, () => suppressions
  .filter((suppression) => !used.has(suppression))
  .map((suppression) => `suppressions.json: ${suppression.rule} of ${suppression.resource} suppresses nothing`));

// Holds every resource against CloudFormation's schema of its type: names, types, enumerations, what is required.
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { checkTemplates } from './templates.mjs';

const spec = loadAwsServiceSpecSync();
const attributes = new Set([
  'Type', 'Properties', 'Metadata', 'DependsOn', 'Condition', 'CreationPolicy', 'UpdatePolicy', 'DeletionPolicy', 'UpdateReplacePolicy',
]);

function checkResource(id, resource) {
  const [schema] = spec.lookup('resource', 'cloudFormationType', 'equals', resource.Type);
  if (!schema) {
    return [`${id}: ${resource.Type} is no resource type`];
  }
  const unknown = Object.keys(resource).filter((name) => !attributes.has(name)).map((name) => `${id}: a resource has no ${name}`);
  return [...unknown, ...checkProperties(`${id} (${resource.Type})`, resource.Properties ?? {}, schema.properties)];
}

function checkProperties(path, values, schema) {
  const missing = Object.entries(schema)
    .filter(([name, property]) => property.required && values[name] === undefined)
    .map(([name]) => `${path}: ${name} is required`);
  const present = Object.entries(values).flatMap(([name, value]) => schema[name]
    ? checkAnyOf(`${path}.${name}`, value, [schema[name].type, ...(schema[name].previousTypes ?? [])])
    : [`${path}: ${name} is no property`]);
  return [...missing, ...present];
}

/** A value has to fit one of several types; the first type's findings tell why it fits none. */
function checkAnyOf(path, value, types) {
  const findings = types.map((type) => checkValue(path, value, type));
  return findings.find((found) => found.length === 0) ?? findings[0];
}

function checkValue(path, value, type) {
  if (isIntrinsic(value)) {
    return [];
  }
  switch (type.type) {
    case 'string':
      return typeof value !== 'string' ? [`${path}: ${JSON.stringify(value)} is no string`]
        : type.allowedValues && !type.allowedValues.includes(value) ? [`${path}: '${value}' is none of ${type.allowedValues.join(', ')}`]
        : [];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${path}: ${JSON.stringify(value)} is no integer`];
    case 'number':
      return typeof value === 'number' ? [] : [`${path}: ${JSON.stringify(value)} is no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: ${JSON.stringify(value)} is no boolean`];
    case 'array':
      return Array.isArray(value) ? value.flatMap((element, index) => checkValue(`${path}[${index}]`, element, type.element))
        : [`${path} is no list`];
    case 'map':
      return isObject(value) ? Object.entries(value).flatMap(([key, element]) => checkValue(`${path}.${key}`, element, type.element))
        : [`${path} is no map`];
    case 'ref':
      return isObject(value) ? checkProperties(path, value, spec.get('typeDefinition', type.reference).properties)
        : [`${path} is no object`];
    case 'union':
      return checkAnyOf(path, value, type.types);
    case 'tag':
      return isObject(value) && 'Key' in value && 'Value' in value ? [] : [`${path} is no tag`];
    case 'json':
    case 'date-time':
    case 'null':
      return [];
    default:
      return [`${path}: the schema has a type '${type.type}' that this check does not know`];
  }
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isIntrinsic(value) {
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}

checkTemplates((template) => Object.entries(template.Resources).flatMap(([id, resource]) => checkResource(id, resource)));

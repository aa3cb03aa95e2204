// Look inside: tables, the delivery log, the bucket's objects and the functions' logs.
import { h, api, action, clock, fields } from './dom.js';
import { human, table } from './charts.js';

const bytes = value => human({ name: 'bytes', isNumber: true }, value);
const number = value => value.toLocaleString('en-US');
const day = time => `${new Date(time).toISOString().slice(0, 10)} ${clock(time)}`;

const first = ['event_time', 'outcome', 'breed', 'elicited_slot', 'unmatched', 'locale']; // what one looks for

export function startLook(section, { system }) {
  const body = h('div', { class: 'card', id: 'look-body', 'aria-live': 'polite' });
  const views = {
    'pet-match-analytics': () => items('pet-match-analytics'),
    'pet-match-attributes': () => items('pet-match-attributes'),
    'pet-match-breeds': () => items('pet-match-breeds'),
    deliveries,
    objects,
    SkillFunction: () => log('SkillFunction'),
    StreamToFirehoseFunction: () => log('StreamToFirehoseFunction'),
  };
  const choice = h('select', { id: 'look-what', onchange: () => refresh.click() },
    h('optgroup', { label: 'Tables' },
      h('option', { value: 'pet-match-analytics' }, 'Hits'), h('option', { value: 'pet-match-attributes' }, 'Remembered users'),
      h('option', { value: 'pet-match-breeds' }, 'Breeds')),
    h('optgroup', { label: 'Delivery' },
      h('option', { value: 'deliveries' }, 'Delivery log'), h('option', { value: 'objects' }, 'Bucket')),
    h('optgroup', { label: 'Logs' },
      h('option', { value: 'SkillFunction' }, 'Skill'), h('option', { value: 'StreamToFirehoseFunction' }, 'Forwarder')));
  const refresh = h('button', { type: 'button', onclick: action(() => views[choice.value]()) }, 'Refresh');
  section.append(
    h('h2', { id: 'look-title' }, 'Look inside'),
    h('div', { class: 'row look-choice' }, h('label', { for: 'look-what' }, 'Show'), choice, refresh),
    body,
    h('div', { class: 'card endpoints' },
      h('h3', {}, 'For other clients'),
      h('p', { class: 'soft' }, 'Any AWS SDK or the AWS CLI reaches the same services, with any credentials.'),
      h('pre', { class: 'mono', tabindex: '0' }, `AWS_ENDPOINT_URL_DYNAMODB=${system.endpoints.dynamoDb}\nAWS_ENDPOINT_URL_S3=${system.endpoints.s3}\nAWS_ENDPOINT_URL_FIREHOSE=${system.endpoints.firehose}\nAWS_REGION=us-east-1`),
      h('p', { class: 'soft wrap' }, `The data lies in ${system.data}`)));

  async function items(name) {
    const { items: all, scanned, hasMore } = await api(`/api/tables/${name}`);
    const names = [...new Set(all.flatMap(item => Object.keys(item)))];
    const order = [...first, ...system.columns.filter(column => !first.includes(column))];
    const columns = [...order.filter(column => names.includes(column)), ...names.filter(column => !order.includes(column))];
    const about = hasMore ? `The last ${all.length} of more than ${number(scanned)} items` : `The last ${all.length} of ${number(scanned)} items`;
    show(about, all.length === 0 ? null : table({
      columns: columns.map(column => ({ name: column, isNumber: all.some(item => typeof item[column] === 'number'), type: '' })),
      rows: all.map(item => columns.map(column => short(column, item[column]))),
    }));
  }

  async function deliveries() {
    const entries = await api('/api/deliveries');
    const groups = ['delivered', 'partial', 'quarantined'].map(status => [status, entries.filter(entry => entry.status === status)]);
    show(groups.map(([status, all]) => `${number(all.length)} ${status}`).join(', '), groups.filter(([, all]) => all.length > 0).map(([status, all]) => h('div', {},
      h('h3', { class: 'status' }, status),
      table({
        columns: [{ name: 'time', type: '' }, { name: 'hits', isNumber: true, type: '' }, { name: 'bytes', isNumber: true, type: '' }, { name: 'first_sequence_number', type: '' }],
        rows: all.map(entry => [entry.deliveredAt ?? entry.delivered_at, entry.records, entry.bytes, entry.firstSequenceNumber ?? entry.first_sequence_number ?? null]),
      }))));
  }

  async function objects() {
    const { objects: all, total } = await api('/api/objects');
    const list = h('ul', { class: 'objects' }, all.map(one => {
      const inside = h('div', { class: 'object-body' });
      const details = h('details', { ontoggle: async () => details.open && inside.replaceChildren(...await content(one.key)) },
        h('summary', {}, h('span', { class: 'mono wrap' }, one.key), h('span', { class: 'soft' }, `${bytes(one.bytes)}, ${day(one.modified)}`)), inside);
      return h('li', {}, details);
    }));
    show(`The newest ${all.length} of ${number(total)} objects`, all.length === 0 ? null : list);
  }

  async function content(key) {
    try {
      const { text, isLines, isCut } = await api(`/api/objects/content?key=${encodeURIComponent(key)}`);
      const cut = isCut ? [h('p', { class: 'soft' }, 'It goes on; this is its beginning.')] : [];
      if (!isLines) return [h('pre', { class: 'mono', tabindex: '0' }, pretty(text)), ...cut];
      const lines = text.split('\n').filter(line => line).slice(0, 100).map(fields);
      const used = system.columns.map((name, i) => ({ name, type: '', i })).filter(column => lines.some(line => line[column.i]));
      return [table({ columns: used, rows: lines.map(line => used.map(column => short(column.name, line[column.i] || null))) }), ...cut];
    } catch (error) {
      return [h('p', { class: 'problem' }, error.message)];
    }
  }

  async function log(name) {
    const { text } = await api(`/api/logs/${name}`);
    const lines = text.split('\n').filter(line => line);
    const pre = h('pre', { class: 'mono log', tabindex: '0' }, lines.map(summary).join('\n'));
    show(`The last ${number(lines.length)} lines`, lines.length === 0 ? null : pre);
    pre.scrollTop = pre.scrollHeight;
  }

  function show(about, content) {
    body.replaceChildren(h('p', { class: 'soft about' }, about), ...[content ?? h('p', { class: 'empty' }, 'Nothing yet.')].flat());
  }

  return { shown: () => refresh.click() };
}

/** Ids are long and alike in front: their end tells them apart. */
function short(name, value) {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : value;
  return typeof text === 'string' && /(^|_)id$/.test(name) && text.length > 20 ? `…${text.slice(-12)}` : text;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A log line in JSON with its time, level and message first. */
function summary(line) {
  try {
    const { timestamp, time, level, message, ...rest } = JSON.parse(line);
    return message ? `${timestamp ?? time ?? ''} ${level ?? ''} ${message} ${Object.keys(rest).length > 0 ? JSON.stringify(rest) : ''}`.trim() : line;
  } catch {
    return line;
  }
}

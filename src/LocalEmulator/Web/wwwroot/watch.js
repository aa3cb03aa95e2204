// Watch: the way of each hit as a picture of the pipeline, what disturbs it, and the books.
import { h, api, action, clock, fields, toast } from './dom.js';
import { human } from './charts.js';

const stages = ['written', 'sent', 'buffered', 'delivered'];
const stageNames = {
  written: 'in the stream', sent: 'with the forwarder', buffered: 'in Firehose’s buffer', delivered: 'delivered',
  quarantined: 'in quarantine', failed: 'given up', lost: 'lost',
};
const faults = [['none', 'Works'], ['throttle', 'Throttles (503)'], ['error', 'Fails (500)'], ['partial', 'Takes a part']];
const number = value => value.toLocaleString('en-US');

export function startWatch(section, { system, onState }) {
  const station = (name, what, unit) => {
    const value = h('b', { class: 'station-value' }, '0');
    const detail = h('span', { class: 'station-detail' }, unit);
    return { value, detail, element: h('li', { class: 'station' }, h('span', { class: 'station-name' }, name), value, detail, h('span', { class: 'station-what' }, what)) };
  };
  const stations = {
    table: station('DynamoDB', 'The skill writes one item for each hit.', 'items written'),
    stream: station('Stream', 'New items wait for a batch.', 'hits waiting'),
    forwarder: station('Forwarder', 'Makes CSV lines of a batch.', 'hits in work'),
    firehose: station('Firehose', 'Gathers lines in its buffer.', 'lines buffered'),
    s3: station('S3', 'Objects with lines, for Athena.', 'hits delivered'),
  };
  const meter = h('meter', { min: '0', max: '1', value: '0', 'aria-label': 'Firehose’s buffer, until it is written' });
  stations.firehose.element.append(meter);
  const tiles = Object.fromEntries([
    ['accepted', 'Accepted'], ['underWay', 'In flight'], ['delivered', 'Delivered'], ['quarantined', 'Quarantined'], ['failed', 'Given up'],
    ['duplicates', 'Duplicates'], ['lost', 'Lost'],
  ].map(([key, name]) => [key, { name, value: h('dd', { id: `count-${key}` }, '0') }]));

  const hold = h('button', { type: 'button', class: 'primary', id: 'hold', onclick: action(() => api('/api/conversations', { count: 1000 })) }, 'Hold 1,000 conversations');
  const progress = h('progress', { max: '1', value: '0', 'aria-label': 'Conversations held', hidden: true });
  const told = h('span', { class: 'soft', id: 'load' });
  const deliver = h('button', { type: 'button', id: 'deliver', onclick: action(deliverNow) }, 'Deliver and count');
  const account = h('p', { id: 'account', class: 'soft', role: 'status' });
  const kill = h('button', { type: 'button', onclick: action(() => api('/api/faults/kill', {})) }, 'Kill the forwarder');
  const poison = h('button', { type: 'button', onclick: action(() => api('/api/faults/poison', {})) }, 'Write a poisoned item');
  const choices = faults.map(([value, name]) => {
    const input = h('input', { type: 'radio', name: 'fault', value, onchange: () => api('/api/faults', { firehose: value }).catch(error => toast(error.message, true)) });
    return { value, input, element: h('label', {}, input, h('span', {}, name)) };
  });
  const hits = h('ul', { class: 'hits' });
  const notes = h('ol', { class: 'notes', tabindex: '0', 'aria-label': 'What happens' });
  const missed = h('p', { class: 'soft', id: 'missed' });

  section.append(
    h('h2', { id: 'watch-title' }, 'Watch the pipeline'),
    h('ol', { class: 'pipeline', 'aria-label': 'The pipeline' }, Object.values(stations).map(one => one.element)),
    h('dl', { class: 'tiles' }, Object.entries(tiles).map(([key, { name, value }]) => h('div', { class: 'tile', 'data-count': key }, h('dt', {}, name), value))),
    h('div', { class: 'controls' },
      h('div', { class: 'card' }, h('h3', {}, 'Load'), h('div', { class: 'row' }, hold, deliver), progress, told, account),
      h('div', { class: 'card' }, h('h3', {}, 'Faults'),
        h('fieldset', { class: 'segments' }, h('legend', {}, 'Firehose'), choices.map(choice => choice.element)),
        h('div', { class: 'row' }, kill, poison))),
    h('div', { class: 'two' },
      h('div', { class: 'card' }, h('h3', {}, 'Latest hits'), h('p', { class: 'empty', id: 'no-hits' }, 'None yet. Talk to the skill, or hold conversations.'), hits),
      h('div', { class: 'card' }, h('h3', {}, 'What happens'), missed, notes)));

  async function deliverNow() {
    account.textContent = 'Delivering …';
    const { accepted, delivered, quarantined, missing, duplicates } = await api('/api/deliver', {});
    account.textContent = `Counted by SQL, in the whole folder: ${number(accepted)} accepted, ${number(delivered)} delivered, `
      + `${number(quarantined)} set aside, ${number(missing)} missing, ${number(duplicates)} duplicates.`;
  }

  let last = null;
  let newest = 0;
  const rows = new Map();

  function flow(from, isFlowing) {
    from.element.classList.toggle('flowing', isFlowing);
  }

  function render(state) {
    const { counts, buffer, load } = state;
    const before = last?.counts ?? counts;
    stations.table.value.textContent = number(counts.accepted);
    stations.stream.value.textContent = number(counts.inStream);
    stations.forwarder.value.textContent = number(counts.atForwarder);
    stations.firehose.value.textContent = number(buffer.lines);
    stations.s3.value.textContent = number(counts.delivered);
    stations.firehose.detail.textContent = buffer.lines === 0 ? 'lines buffered' : `lines, ${human({ name: 'bytes', isNumber: true }, buffer.bytes)}`;
    stations.s3.detail.textContent = `hits in ${number(counts.objects)} ${counts.objects === 1 ? 'object' : 'objects'}`;
    flow(stations.table, counts.accepted > before.accepted);
    flow(stations.stream, counts.atForwarder > 0);
    flow(stations.forwarder, buffer.lines > (last?.buffer.lines ?? 0));
    flow(stations.firehose, counts.delivered > before.delivered);
    for (const [key, { value }] of Object.entries(tiles)) value.textContent = number(counts[key]);
    section.querySelector('[data-count=lost]').classList.toggle('bad', counts.lost > 0);
    section.querySelector('[data-count=quarantined]').classList.toggle('warn', counts.quarantined > 0);
    stations.firehose.element.classList.toggle('faulty', state.faults.firehose !== 'none');
    stations.forwarder.element.classList.toggle('faulty', state.faults.kill);
    kill.setAttribute('aria-pressed', String(state.faults.kill));
    for (const choice of choices) choice.input.checked = choice.value === state.faults.firehose;
    progress.hidden = !load?.isRunning;
    hold.disabled = Boolean(load?.isRunning);
    if (load) {
      progress.value = load.held / load.conversations;
      told.textContent = load.problem ?? `${number(load.held)} of ${number(load.conversations)} conversations held`;
    }
    renderHits(state.hits);
    renderNotes(state.notes);
    last = state;
  }

  function renderHits(all) {
    document.getElementById('no-hits').hidden = all.length > 0;
    const kept = new Set(all.map(hit => hit.id));
    for (const [id, row] of rows) {
      if (!kept.has(id)) {
        row.element.remove();
        rows.delete(id);
      }
    }
    all.forEach((hit, place) => {
      let row = rows.get(hit.id);
      if (!row) rows.set(hit.id, row = makeHit());
      row.update(hit);
      if (hits.children[place] !== row.element) hits.insertBefore(row.element, hits.children[place] ?? null);
    });
  }

  function makeHit() {
    const time = h('time', {});
    const what = h('span', { class: 'hit-what' });
    const outcome = h('span', { class: 'badge' });
    const track = h('span', { class: 'track', 'aria-hidden': 'true' }, stages.map(() => h('i')));
    const stage = h('span', { class: 'hit-stage' });
    const body = h('div', { class: 'hit-body' });
    let now = null;
    const details = h('details', { ontoggle: () => details.open && fill(body, now) },
      h('summary', {}, time, outcome, what, track, stage), body);
    return {
      element: h('li', {}, details),
      update(hit) {
        if (now && now.stage === hit.stage && now.attempts === hit.attempts && now.key === hit.key) return;
        now = hit;
        time.textContent = hit.time?.slice(11, 19) ?? '';
        outcome.textContent = (hit.outcome ?? '').replace('_', ' ');
        outcome.dataset.outcome = hit.outcome ?? '';
        what.textContent = hit.breed ?? (hit.asked ? `asks for ${hit.asked}` : hit.locale ?? '');
        stage.textContent = stageNames[hit.stage] + (hit.attempts > 1 ? `, ${hit.attempts} tries` : '');
        track.dataset.stage = hit.stage;
        const reached = stages.indexOf(hit.stage);
        [...track.children].forEach((dot, i) => { dot.className = i <= reached ? 'on' : ''; });
        if (details.open) fill(body, now);
      },
    };
  }

  /** What is known of a hit: its object, and its line with the columns named. */
  function fill(body, hit) {
    const values = hit.line ? fields(hit.line) : [];
    body.replaceChildren(
      h('p', { class: 'mono wrap' }, hit.key ? `s3://${hit.key}` : hit.id),
      values.length === 0
        ? h('p', { class: 'soft' }, hit.stage === 'quarantined' ? 'No CSV line can hold this item.' : 'It is no CSV line yet.')
        : h('dl', { class: 'columns' }, system.columns.map((column, i) => values[i] ? h('div', {}, h('dt', {}, column), h('dd', {}, values[i])) : null)));
  }

  function renderNotes(all) {
    const fresh = all.filter(note => note.number > newest).reverse();
    if (fresh.length > 0 && newest > 0 && fresh[0].number > newest + 1) {
      missed.textContent = `${number(fresh[0].number - newest - 1)} more happened too fast to be shown.`;
    }
    for (const note of fresh) {
      notes.prepend(h('li', { 'data-kind': note.kind }, h('time', {}, clock(note.time)), h('span', { class: 'wrap' }, note.text)));
      newest = note.number;
    }
    while (notes.children.length > 60) notes.lastChild.remove();
  }

  let latest = null;
  onState(state => {
    latest = state;
    if (!section.hidden) render(state);
  });
  setInterval(() => {
    const since = latest?.buffer.since;
    meter.value = since ? Math.min(1, (Date.now() - new Date(since)) / 1000 / latest.buffer.maxSeconds) : 0;
  }, 250);
  api('/api/watch').then(state => { latest ??= state; render(latest); }).catch(error => toast(error.message, true));
  return { shown: () => latest && render(latest) };
}

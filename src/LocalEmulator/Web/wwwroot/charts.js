// Shows answers to queries: numbers as people read them, a table, and the chart that suits. It needs Chart.js as a classic script before it.

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const mostBars = 20;

/** The unit of a column, by its name. */
export function unitOf(name) {
  if (/percent|share/.test(name)) return 'percent';
  if (/(^|_)(ms|milliseconds)$|^p\d\d$|^slowest$|execution_time/.test(name)) return 'ms';
  if (/(^|_)bytes(_|$)/.test(name)) return 'bytes';
  return 'count';
}

const plain = (value, digits) => value.toLocaleString('en-US', { maximumFractionDigits: digits });

function scaled(value, steps) {
  const [, unit, size] = steps.find(([least]) => Math.abs(value) >= least) ?? steps.at(-1);
  return `${plain(value / size, value / size < 100 && size > 1 ? 1 : 0)} ${unit}`;
}

/** A value as people read it: 12.3 %, 8 ms, 1.2 MB, 12,345. */
export function human(column, value) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'number' || !column.isNumber) return String(value);
  switch (unitOf(column.name)) {
    case 'percent': return `${plain(value, 1)} %`;
    case 'ms': return scaled(value, [[60000, 'min', 60000], [1000, 's', 1000], [0, 'ms', 1]]);
    case 'bytes': return scaled(value, [[1e9, 'GB', 1e9], [1e6, 'MB', 1e6], [1e3, 'kB', 1e3], [0, 'B', 1]]);
    default: return /^(hour|year)$/.test(column.name) ? String(value) : plain(value, 2);
  }
}

/** A column's name as people write it. */
export const title = name => name.replaceAll('_', ' ');

/** Which chart suits an answer, by its columns: heatmap, cohorts, funnel, lines or bars; null where a table says it best. */
export function kindOf({ columns, rows }) {
  const names = columns.map(column => column.name);
  const numbers = columns.filter((column, i) => column.isNumber && i > 0);
  if (rows.length === 0 || numbers.length === 0) return null;
  if (names.includes('hour') && days.every(day => names.includes(day))) return 'heatmap';
  if (names[0] === 'cohort' && names.some(name => /^week_\d+/.test(name))) return 'cohorts';
  if (names.some(name => name.endsWith('_asked')) && names.some(name => name.endsWith('_left'))) return 'funnel';
  if (isTime(columns[0]) && new Set(rows.map(row => row[0])).size > 1) return 'lines';
  return rows.length > 1 || !columns[0].isNumber ? 'bars' : null;
}

const isTime = column => /^(day|week|month|date|cohort)$/.test(column.name) || /^(date|timestamp)/.test(column.type);

/** Draws an answer's chart into an element; gives a sentence that says what it shows. */
export function draw(target, answer) {
  const kind = answer.kind ?? kindOf(answer);
  for (const canvas of target.querySelectorAll('canvas')) globalThis.Chart.getChart(canvas)?.destroy();
  target.replaceChildren();
  if (kind === 'heatmap' || kind === 'cohorts') return drawCells(target, answer, kind);
  const data = { funnel, lines, bars }[kind]?.(answer);
  return data ? drawCanvas(target, answer, kind, data) : '';
}

// ---- What is drawn

/** The columns of the first number's unit, which share an axis. */
function measures(columns) {
  const numbers = columns.map((column, i) => ({ ...column, i })).filter(column => column.isNumber && column.i > 0);
  const unit = unitOf((numbers.find(column => unitOf(column.name) !== 'count') ?? numbers[0]).name);
  return numbers.filter(column => unitOf(column.name) === unit);
}

const label = (columns, row) => row.filter((_, i) => !columns[i].isNumber || i === 0).join(' · ') || String(row[0]);

function bars({ columns, rows }) {
  const some = rows.slice(0, mostBars);
  return {
    labels: some.map(row => label(columns, row)),
    series: measures(columns).slice(0, 4).map(column => ({ name: column.name, values: some.map(row => row[column.i]) })),
    more: rows.length - some.length,
  };
}

function lines({ columns, rows }) {
  const times = [...new Set(rows.map(row => row[0]))].sort();
  const split = columns.findIndex((column, i) => i > 0 && !column.isNumber);
  const all = measures(columns);
  if (split < 0) {
    const at = new Map(rows.map(row => [row[0], row]));
    return { labels: times, series: all.map(column => ({ name: column.name, values: times.map(time => at.get(time)[column.i]) })), more: 0 };
  }
  const measure = all.find(column => column.name === 'p95') ?? all[0];
  const at = new Map(rows.map(row => [`${row[0]} ${row[split]}`, row[measure.i]]));
  const groups = [...new Set(rows.map(row => row[split]))];
  return {
    labels: times,
    series: groups.map(group => ({ name: `${group}, ${measure.name}`, values: times.map(time => at.get(`${time} ${group}`) ?? null), unit: measure.name })),
    more: 0,
  };
}

function funnel({ columns, rows }) {
  const asked = columns.findIndex(column => column.name.endsWith('_asked'));
  const left = columns.findIndex(column => column.name.endsWith('_left'));
  const steps = [...rows].sort((a, b) => b[asked] - a[asked]);
  return {
    labels: steps.map(row => `after ${row[0]}`),
    series: [
      { name: 'went on', values: steps.map(row => row[asked] - row[left]), unit: columns[asked].name },
      { name: 'left', values: steps.map(row => row[left]), unit: columns[left].name },
    ],
    more: 0,
  };
}

// ---- How it is drawn

const token = (name, otherwise) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;
const colors = () => [1, 2, 3, 4, 5, 6].map(i => token(`--chart-${i}`, ['#1c7c8c', '#d98e04', '#7a5cc2', '#c2455e', '#4f8a3c', '#64748b'][i - 1]));

function drawCanvas(target, { columns }, kind, { labels, series, more }) {
  const [ink, grid, palette] = [token('--ink-soft', '#4a5b63'), token('--line', '#d7e0e3'), colors()];
  const isWide = kind !== 'lines';
  const nameOf = one => columns.find(column => column.name === (one.unit ?? one.name)) ?? { name: one.name, isNumber: true };
  const said = `${{ bars: 'Bars', lines: 'Lines', funnel: 'Funnel' }[kind]}: ${series.map(one => title(one.name)).join(', ')} by ${title(columns[0].name)}.`;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', said);
  const frame = document.createElement('div');
  frame.className = 'chart-frame';
  frame.style.height = isWide ? `${Math.max(140, labels.length * Math.max(26, series.length * 16) + 70)}px` : '320px';
  frame.append(canvas);
  target.append(frame);
  const value = { beginAtZero: true, stacked: kind === 'funnel', grid: { color: grid }, ticks: { color: ink, callback: v => human({ ...nameOf(series[0]), isNumber: true }, v) } };
  const category = { stacked: kind === 'funnel', grid: { display: false }, ticks: { color: ink, autoSkip: !isWide } };
  new globalThis.Chart(canvas, {
    type: kind === 'lines' ? 'line' : 'bar',
    data: {
      labels,
      datasets: series.map((one, i) => ({
        label: title(one.name),
        data: one.values,
        backgroundColor: palette[i % palette.length],
        borderColor: palette[i % palette.length],
        borderWidth: kind === 'lines' ? 2 : 0,
        borderRadius: 3,
        pointRadius: 3,
        tension: 0.2,
        spanGaps: true,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isWide ? 'y' : 'x',
      scales: isWide ? { x: value, y: category } : { x: category, y: value },
      plugins: {
        legend: { display: series.length > 1, labels: { color: ink, boxWidth: 12 } },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${human({ ...nameOf(series[item.datasetIndex]), isNumber: true }, item.raw)}` } },
      },
    },
  });
  return more > 0 ? `${said} The first ${mostBars} rows; the table has ${more} more.` : said;
}

/** A table whose cells are the darker the more they hold: it can be read as well as seen. */
function drawCells(target, { columns, rows }, kind) {
  const measured = columns.map((column, i) => ({ ...column, i }))
    .filter(column => kind === 'heatmap' ? days.includes(column.name) : /^week_\d+/.test(column.name));
  const most = Math.max(1, ...rows.flatMap(row => measured.map(column => row[column.i] ?? 0)));
  const head = make('tr', make('th', title(columns[0].name)), ...(kind === 'cohorts' ? [make('th', 'users')] : []),
    ...measured.map(column => make('th', kind === 'heatmap' ? column.name : column.name.match(/\d+/)[0])));
  for (const cell of head.children) cell.scope = 'col';
  const body = rows.map(row => {
    const name = make('th', kind === 'heatmap' ? `${String(row[0]).padStart(2, '0')}:00` : String(row[0]));
    name.scope = 'row';
    const cells = measured.map(column => {
      const cell = make('td', row[column.i] === null ? '' : human({ ...column, isNumber: true }, row[column.i]));
      cell.style.setProperty('--heat', String((row[column.i] ?? 0) / most));
      return cell;
    });
    const users = columns.findIndex(column => column.name === 'users');
    return make('tr', name, ...(kind === 'cohorts' ? [make('td', String(row[users]))] : []), ...cells);
  });
  const said = kind === 'heatmap' ? 'Heat map: hits by hour (UTC) and weekday.' : 'Cohorts: the share of each week’s new users that comes back, by weeks later.';
  const grid = make('table', make('caption', said), make('thead', head), make('tbody', ...body));
  grid.className = `cells ${kind}`;
  target.append(scroller(grid, said));
  return said;
}

/** An answer as a table. */
export function table({ columns, rows }, most = 200) {
  const head = make('tr', ...columns.map(column => Object.assign(make('th', title(column.name)), { scope: 'col', className: column.isNumber ? 'number' : '' })));
  const body = rows.slice(0, most).map(row => make('tr', ...row.map((value, i) =>
    Object.assign(make('td', human(columns[i], value)), { className: columns[i].isNumber ? 'number' : '' }))));
  return scroller(make('table', make('thead', head), make('tbody', ...body)), 'The answer as a table');
}

/** A region that scrolls sideways, by the keyboard as well. */
function scroller(content, name) {
  const region = make('div', content);
  region.className = 'scroller';
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', name);
  return region;
}

/** Makes an element; texts become text nodes. */
export function make(tag, ...children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

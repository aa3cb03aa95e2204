// Fills the report with the data that lies in the page, by the console's own charts and tables.
import { draw, human, make, table } from './charts.js';

const rowsInTable = 200;
const report = JSON.parse(document.getElementById('data').textContent);
const held = Object.fromEntries(report.held.columns.map((column, i) => [column.name, human(column, report.held.rows[0][i])]));
const charts = [];

const styled = (tag, className, ...children) => Object.assign(make(tag, ...children), { className });
const date = day => day.replaceAll('/', '-');
const period = held.first_day === held.last_day ? date(held.last_day) : `${date(held.first_day)} to ${date(held.last_day)}`;

/** A part of the page with a heading of its own, which a link can lead to. */
function part(tag, name, heading, ...children) {
  const title = Object.assign(make('h2', heading), { id: `${name}-title` });
  const element = Object.assign(styled(tag, 'card', title, ...children), { id: name });
  element.setAttribute('aria-labelledby', title.id);
  return element;
}

function overview() {
  const tiles = [['Period', period], ['Rows delivered', held.delivered_rows], ['Hits', held.hits], ['Dialogs', held.dialogs], ['Users', held.users]];
  return part('section', 'overview', 'What was delivered',
    styled('dl', 'sums', ...tiles.map(([name, value]) => styled('div', 'sum', make('dt', name), make('dd', value)))),
    styled('p', 'soft', `From ${report.source}, made ${report.made.slice(0, 16).replace('T', ' ')} UTC. Each question looks at the 30 days up to `
      + `${date(held.last_day)}, weeks and cohorts at 56; all times are UTC. A hit is a request that was answered; a dialog is all that was said in one session.`));
}

function contents() {
  const links = report.questions.map(({ name, question }) => make('li', Object.assign(make('a', question), { href: `#${name}` })));
  return part('nav', 'contents', 'Contents', make('ol', ...links));
}

function answer(question) {
  const { name, rows, total, remarks } = question;
  const parts = remarks ? [styled('p', 'soft', remarks)] : [];
  if (rows.length === 0) {
    parts.push(styled('p', 'empty', 'No rows.'));
  } else {
    const chart = styled('figure', 'chart');
    const all = table(question, rowsInTable);
    all.setAttribute('aria-label', `Table: ${question.question}`);
    charts.push([chart, question]);
    parts.push(chart, all);
    if (total > rowsInTable) parts.push(styled('p', 'soft', `The first ${rowsInTable} of ${total.toLocaleString('en-US')} rows; “query ${name} --csv” gives them all.`));
  }
  return part('section', name, question.question, ...parts, make('details', make('summary', 'SQL'), make('pre', question.sql)));
}

function drawAll() {
  for (const [chart, question] of charts) {
    const said = draw(chart, question);
    if (said) chart.append(styled('figcaption', 'soft', said));
  }
}

/** Paper is white: while the page is printed, the dark colours are out of force. */
function onPaper(isPrinting) {
  const dark = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => /color-scheme: dark|not all/.test(rule.media?.mediaText));
  for (const rule of dark) rule.media.mediaText = isPrinting ? 'not all' : '(prefers-color-scheme: dark)';
  drawAll();
}

document.title = `Pet Match report, ${period}`;
globalThis.Chart.defaults.devicePixelRatio = Math.max(2, devicePixelRatio); // sharp on paper, too
document.getElementById('main').append(overview(), styled('div', 'report', contents(), styled('div', 'answers', ...report.questions.map(answer))));
drawAll();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
addEventListener('beforeprint', () => onPaper(true));
addEventListener('afterprint', () => onPaper(false));

// Ask: the queries of athena/queries and free SQL, with the chart that suits.
import { h, api, action, download } from './dom.js';
import { draw, table } from './charts.js';

export function startAsk(section) {
  const list = h('ul', { class: 'queries' });
  const select = h('select', { id: 'query-select', onchange: () => choose(select.value) });
  const question = h('h3', { id: 'question' }, 'Your own SQL');
  const sql = h('textarea', { id: 'sql', rows: 10, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-describedby': 'sql-error' });
  const error = h('p', { id: 'sql-error', class: 'problem', role: 'alert' });
  const facts = h('p', { id: 'facts', class: 'soft', role: 'status' });
  const chart = h('figure', { id: 'chart', class: 'chart' });
  const rows = h('div', { id: 'rows' });
  const csv = h('button', { type: 'button', class: 'quiet', disabled: true, onclick: action(save) }, 'Download CSV');
  const run = h('button', { type: 'button', class: 'primary', onclick: () => ask() }, 'Run');
  let queries = [];
  let current = null;
  let asked = 0;

  section.append(
    h('h2', { id: 'ask-title' }, 'Ask the delivered data'),
    h('div', { class: 'ask-grid' },
      h('nav', { class: 'card query-list', 'aria-label': 'Questions' }, list),
      h('div', { class: 'ask-main' },
        h('div', { class: 'query-select' }, h('label', { for: 'query-select' }, 'Question'), select),
        h('div', { class: 'card' },
          h('div', { class: 'row spread' }, h('div', {}, question, facts), csv),
          chart,
          rows,
          h('details', { id: 'editor', class: 'editor', open: true },
            h('summary', {}, 'SQL'),
            h('label', { for: 'sql', class: 'hidden' }, 'SQL, as Athena takes it'),
            sql,
            error,
            h('div', { class: 'row' }, run, h('span', { class: 'soft' }, 'Ctrl + Enter runs it'))))))); 

  sql.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run.click();
    }
  });

  api('/api/queries').then(all => {
    queries = all;
    list.append(...all.map(query => h('li', {}, h('button', { type: 'button', 'data-query': query.name, onclick: () => choose(query.name) }, query.question))));
    select.append(...all.map(query => h('option', { value: query.name }, query.question)), h('option', { value: '' }, 'Your own SQL'));
    choose('animals');
  });

  function choose(name) {
    current = queries.find(query => query.name === name) ?? null;
    question.textContent = current?.question ?? 'Your own SQL';
    sql.value = current?.sql ?? 'SELECT outcome, count(*) AS hits\nFROM petmatch_turns\nGROUP BY outcome\nORDER BY hits DESC';
    select.value = current?.name ?? '';
    document.getElementById('editor').open = !current;
    for (const button of list.querySelectorAll('button')) {
      if (button.dataset.query === name) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    ask();
  }

  /** Answers the SQL; whoever asks again does not wait for an answer that nobody wants any more. */
  async function ask() {
    const mine = ++asked;
    error.textContent = '';
    sql.removeAttribute('aria-invalid');
    facts.textContent = 'Asking …';
    try {
      const answer = await api('/api/query', { sql: sql.value });
      if (mine !== asked) return;
      const said = draw(chart, answer);
      if (said) chart.append(h('figcaption', { class: 'soft' }, said));
      rows.replaceChildren(answer.rows.length > 0 ? table(answer) : h('p', { class: 'empty' }, 'No rows. Talk to the skill, or hold some conversations under Watch, and deliver them.'));
      facts.textContent = `${answer.total.toLocaleString('en-US')} ${answer.total === 1 ? 'row' : 'rows'} in ${answer.milliseconds} ms`;
      csv.disabled = false;
    } catch (problem) {
      if (mine === asked) fail(problem);
    }
  }

  function fail(problem) {
    chart.replaceChildren();
    rows.replaceChildren();
    facts.textContent = '';
    csv.disabled = true;
    error.textContent = problem.line ? `Line ${problem.line}, column ${problem.column}: ${problem.message}` : problem.message;
    document.getElementById('editor').open = true;
    if (problem.line) {
      sql.setAttribute('aria-invalid', 'true');
      const start = sql.value.split('\n').slice(0, problem.line - 1).reduce((length, line) => length + line.length + 1, 0) + problem.column - 1;
      const word = sql.value.slice(start).match(/^\w+|^./)?.[0] ?? '';
      sql.focus();
      sql.setSelectionRange(start, start + word.length);
    }
  }

  async function save() {
    download(`${current?.name ?? 'query'}.csv`, 'text/csv', await api('/api/query', { sql: sql.value }, 'text/csv'));
  }

  return {};
}

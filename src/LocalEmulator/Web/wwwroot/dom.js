// What all sections use to build the page and to ask the server. Texts become text nodes: nothing that is shown is read as HTML.

/** Makes an element; properties that begin with "on" are listeners, null children are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list' && typeof value !== 'string') element[name] = value;
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Asks the API; a body makes it a POST. Errors have the server's words and, about a text, its place. */
export async function api(path, body, accept = 'application/json') {
  const answer = await fetch(path, body === undefined
    ? { headers: { Accept: accept } }
    : { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: accept }, body: JSON.stringify(body) })
    .catch(() => { throw new Error('The server does not answer. Is “serve” still running?'); });
  if (answer.ok) return accept === 'application/json' ? answer.json() : answer.text();
  const told = await answer.json().catch(() => ({ error: `The server answered ${answer.status}.` }));
  throw Object.assign(new Error(told.error), told, { status: answer.status });
}

let fading;

/** Tells something for a few seconds, to screen readers as well. */
export function toast(text, isError = false) {
  const place = document.getElementById('toast');
  place.textContent = text;
  place.className = isError ? 'shown error' : 'shown';
  clearTimeout(fading);
  fading = setTimeout(() => { place.className = ''; }, 6000);
}

/** Does what a button asks for, and shows what goes wrong; the button waits meanwhile. */
export function action(work) {
  return async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await work(event);
    } catch (error) {
      toast(error.message, true);
    } finally {
      button.disabled = false;
    }
  };
}

/** The time of day of a time. */
export const clock = time => new Date(time).toLocaleTimeString('en-GB');

/** The values of a CSV line, whose escape is a backslash. */
export function fields(line) {
  const values = [''];
  for (let i = 0; i < line.length; i++) {
    if (line[i] === ',') values.push('');
    else values[values.length - 1] += line[i] === '\\' ? line[++i] ?? '' : line[i];
  }
  return values;
}

/** Hands a text over as a file. */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

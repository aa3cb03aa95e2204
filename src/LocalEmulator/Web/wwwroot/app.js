// The frame of the page: which section is shown, and what the server tells live.
import { api } from './dom.js';
import { startTalk } from './talk.js';
import { startWatch } from './watch.js';
import { startAsk } from './ask.js';
import { startLook } from './look.js';

const sections = ['talk', 'watch', 'ask', 'look'];
const starts = { talk: startTalk, watch: startWatch, ask: startAsk, look: startLook };
const listeners = [];
const shown = {};
const system = await api('/api/health');

function show() {
  const wanted = location.hash.slice(1);
  const name = sections.includes(wanted) ? wanted : 'talk';
  for (const section of sections) document.getElementById(section).hidden = section !== name;
  for (const link of document.querySelectorAll('.tabs a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = `${document.querySelector('.tabs [aria-current]').textContent} · Pet Match console`;
  if (!shown[name]) {
    shown[name] = starts[name](document.getElementById(name), { system, onState: listener => listeners.push(listener) }) ?? {};
  }
  shown[name].shown?.();
  window.scrollTo(0, 0);
}

// ---- Live: one stream a page, and none while nobody looks, since a browser has few connections to one server.
let stream = null;
let retry = 0;

function live(state, text) {
  document.getElementById('live').dataset.state = state;
  document.getElementById('live-text').textContent = text;
}

function take(state) {
  const { counts } = state;
  for (const [id, value] of Object.entries({ accepted: counts.accepted, flight: counts.underWay, delivered: counts.delivered, lost: counts.lost })) {
    document.getElementById(`strip-${id}`).textContent = value.toLocaleString('en-US');
  }
  for (const listener of listeners) listener(state);
}

function listen() {
  clearTimeout(retry);
  if (stream || document.hidden) return;
  stream = new EventSource('/api/watch/events');
  stream.onopen = () => live('on', 'live');
  stream.onmessage = event => take(JSON.parse(event.data));
  stream.onerror = () => {
    // Too many pages watch, or the server has gone: ask now and then.
    stop();
    live('off', 'waiting');
    retry = setTimeout(async () => {
      try {
        take(await api('/api/watch'));
      } catch {
        live('off', 'the server has gone');
      }
      listen();
    }, 5000);
  };
}

function stop() {
  stream?.close();
  stream = null;
}

document.addEventListener('visibilitychange', () => document.hidden ? stop() : listen());
window.addEventListener('hashchange', show);
show();
listen();

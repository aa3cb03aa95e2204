// Talk: a conversation with the skill, and what it is made of.
import { h, api, action, toast } from './dom.js';
import { picture } from './apl.js';

const recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
const pretty = json => JSON.stringify(json, null, 2);

export function startTalk(section, { system }) {
  let session = null; // the open session, as the server gives it; it comes back with the next utterance
  let user = -1;
  let recent = [];
  let back = 0;

  const locale = h('select', { id: 'locale', onchange: () => begin() }, system.locales.map(one => h('option', { value: one, selected: one === 'en-US' }, one)));
  const device = h('select', { id: 'device', onchange: () => begin() }, h('option', { value: 'screen' }, 'With a screen'), h('option', { value: 'voice' }, 'Voice only'));
  const aloud = h('input', { type: 'checkbox', id: 'aloud', disabled: !globalThis.speechSynthesis });
  const talk = h('ol', { class: 'talk', id: 'conversation', tabindex: '0', 'aria-label': 'Conversation', 'aria-live': 'polite' });
  const field = h('input', { type: 'text', id: 'utterance', autocomplete: 'off', enterkeyhint: 'send', maxlength: '500', placeholder: 'Say something, such as “find a pet”' });
  const send = h('button', { type: 'submit', class: 'primary' }, 'Say');
  const mic = recognition ? h('button', { type: 'button', id: 'mic', 'aria-pressed': 'false', onclick: listen }, 'Speak') : null;
  const chips = h('div', { class: 'chips', id: 'suggestions', role: 'group', 'aria-label': 'Suggestions' });
  const form = h('form', { class: 'composer', onsubmit: event => { event.preventDefault(); say(field.value); } },
    h('label', { for: 'utterance', class: 'hidden' }, 'What you say'), field, mic, send);
  const state = h('p', { class: 'soft', id: 'state', role: 'status' }, 'No session is open.');
  const inside = h('div', { class: 'card inside', id: 'inside' });
  const samples = h('select', { id: 'samples', onchange: action(openSample) }, h('option', { value: '' }, 'A sample request …'));

  section.append(
    h('h2', { id: 'talk-title' }, 'Talk to the skill'),
    h('div', { class: 'talk-grid' },
      h('div', { class: 'card talk-card' },
        h('div', { class: 'row talk-tools' },
          h('label', { for: 'locale', class: 'hidden' }, 'Locale'), locale,
          h('label', { for: 'device', class: 'hidden' }, 'Device'), device,
          h('button', { type: 'button', class: 'quiet', onclick: () => begin() }, 'New session'),
          h('button', { type: 'button', class: 'quiet', onclick: () => { user = 1 + Math.floor(Math.random() * 1e9); begin('A new user speaks.'); } }, 'New user'),
          h('label', { class: 'check' }, aloud, 'Aloud')),
        talk, state, chips, form),
      h('div', { class: 'talk-side' },
        inside,
        h('div', { class: 'card' }, h('h3', {}, 'Send a request as it is'),
          h('div', { class: 'row' }, h('label', { for: 'samples', class: 'hidden' }, 'Sample requests'), samples,
            h('button', { type: 'button', class: 'quiet', onclick: () => openEditor(template()) }, 'An empty one'))))));
  explain();
  api('/api/samples').then(names => samples.append(...names.map(name => h('option', { value: name }, name.replaceAll('-', ' '))))).catch(problem);
  begin();

  field.addEventListener('keydown', event => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    back = Math.max(0, Math.min(recent.length, back + (event.key === 'ArrowUp' ? 1 : -1)));
    field.value = back > 0 ? recent[back - 1] : '';
    event.preventDefault();
  });

  function problem(error) {
    toast(error.message, true);
  }

  function fresh() {
    return { locale: locale.value, screen: device.value === 'screen' };
  }

  async function begin(why = null) {
    session = fresh();
    document.getElementById('utterance')?.setAttribute('lang', locale.value);
    if (talk.children.length > 0) talk.append(h('li', { class: 'divider' }, why ?? 'A new session.'));
    state.textContent = 'No session is open.';
    try {
      suggest((await api(`/api/suggestions/${locale.value}`)).suggestions);
    } catch (error) {
      problem(error);
    }
  }

  function suggest(texts) {
    chips.replaceChildren(...texts.map(text => h('button', { type: 'button', class: 'chip', lang: locale.value, onclick: () => say(text) }, text)));
  }

  async function say(text) {
    const said = text.trim();
    if (!said) return;
    recent = [said, ...recent.filter(one => one !== said)].slice(0, 50);
    back = 0;
    field.value = '';
    const bubble = h('li', { class: 'me', lang: locale.value }, h('span', { class: 'hidden' }, 'You: '), said);
    talk.append(bubble);
    await exchange('/api/talk', { text: said, session, user }, () => bubble.classList.add('failed'));
  }

  async function exchange(path, body, onFailure) {
    send.disabled = true;
    try {
      take(await api(path, body));
    } catch (error) {
      onFailure?.();
      talk.append(h('li', { class: 'alexa' }, h('p', { class: 'problem' }, error.message)));
    } finally {
      send.disabled = false;
      scroll();
    }
  }

  function scroll() {
    talk.scrollTop = talk.scrollHeight;
    if (getComputedStyle(talk).overflowY === 'visible') state.scrollIntoView({ block: 'end' });
    while (talk.children.length > 200) talk.firstChild.remove();
  }

  function take(answer) {
    session = answer.session;
    for (const one of answer.exchanges) {
      talk.append(bubbleOf(one));
      explain(one);
      if (one.speech) speak(one.speech);
    }
    if (answer.nearest.length > 0) {
      talk.append(h('li', { class: 'alexa nearest' }, h('p', { class: 'soft' }, 'Not understood. The nearest samples of the model:'),
        h('ul', {}, answer.nearest.map(sample => h('li', {}, h('button', { type: 'button', class: 'chip', lang: locale.value, onclick: () => { field.value = sample; field.focus(); } }, sample))))));
    }
    state.textContent = `${answer.state} ${answer.milliseconds} ms.`;
    if (answer.suggestions.length > 0) suggest(answer.suggestions);
  }

  function bubbleOf(one) {
    const card = one.response?.response?.card;
    const shown = (one.response?.response?.directives ?? []).find(directive => directive.type === 'Alexa.Presentation.APL.RenderDocument');
    return h('li', { class: 'alexa', lang: locale.value },
      one.speech ? h('p', {}, h('span', { class: 'hidden' }, 'Alexa: '), one.speech) : null,
      one.failure ? h('p', { class: 'problem' }, `The skill failed: ${one.failure}`) : null,
      one.problem ? h('p', { class: 'problem' }, `Alexa does not take the response: ${one.problem}.`) : null,
      !one.speech && !one.failure && !one.problem ? h('p', { class: 'soft', lang: 'en' }, 'Alexa says nothing.') : null,
      shown ? picture(shown, (args, id) => touched(one, shown, args, id)) : null,
      card ? h('div', { class: 'alexa-card' }, h('b', {}, card.title ?? card.type), card.content ?? card.text ? h('span', { class: 'pre' }, card.content ?? card.text) : null) : null,
      h('button', { type: 'button', class: 'meta', lang: 'en', onclick: () => { explain(one); inside.scrollIntoView({ block: 'nearest' }); } },
        `${one.sent} · ${one.milliseconds} ms`));
  }

  /** A touch on the screen is a request of its own kind, in the same session. */
  function touched(one, shown, args, id) {
    const request = structuredClone(one.request);
    request.session = { ...request.session, new: false, attributes: one.response.sessionAttributes ?? {} };
    request.request = {
      type: 'Alexa.Presentation.APL.UserEvent', requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`, timestamp: new Date().toISOString().slice(0, 19) + 'Z',
      locale: request.request.locale, token: shown.token, arguments: args, source: { type: 'TouchWrapper', handler: 'Press', id }, components: {},
    };
    talk.append(h('li', { class: 'me' }, h('span', { class: 'hidden' }, 'You: '), '(touches the screen)'));
    exchange('/api/send', { request, session, user });
  }

  /** Shows what a turn is made of. */
  function explain(one = null) {
    if (!one) {
      inside.replaceChildren(h('h3', {}, 'What it is made of'), h('p', { class: 'empty' }, 'Say something: here you see what Alexa understands, and the request and the response themselves.'));
      return;
    }
    const attributes = one.response?.sessionAttributes;
    const heard = one.slots.filter(slot => slot.heard);
    inside.replaceChildren(
      h('h3', {}, 'What Alexa understands'),
      h('dl', { class: 'facts' },
        h('dt', {}, 'Request'), h('dd', {}, one.intent ?? one.type),
        one.dialogState ? [h('dt', {}, 'Dialog'), h('dd', {}, h('span', { class: 'badge' }, one.dialogState))] : null,
        one.asks ? [h('dt', {}, 'Asks for'), h('dd', {}, one.asks)] : null),
      heard.length > 0
        ? h('table', { class: 'slots' }, h('thead', {}, h('tr', {}, ['Slot', 'Heard', 'Resolved to'].map(name => h('th', { scope: 'col' }, name)))),
          h('tbody', {}, heard.map(slot => h('tr', {}, h('th', { scope: 'row' }, slot.name), h('td', {}, slot.heard),
            h('td', { class: slot.resolved?.length === 0 ? 'warn-text' : '' }, slot.resolved ? slot.resolved.join(', ') || 'no match' : 'said before')))))
        : null,
      one.slots.length > heard.length ? h('p', { class: 'soft' }, `Not said: ${one.slots.filter(slot => !slot.heard).map(slot => slot.name).join(', ')}`) : null,
      attributes && Object.keys(attributes).length > 0
        ? h('details', {}, h('summary', {}, 'Session attributes'), h('pre', { class: 'mono', tabindex: '0' }, pretty(attributes)))
        : null,
      h('details', { id: 'raw' }, h('summary', {}, 'Request and response'),
        h('h4', {}, 'Request'),
        editor(one.request),
        h('h4', {}, 'Response'),
        h('pre', { class: 'mono', id: 'response', tabindex: '0' }, one.response ? pretty(one.response) : one.failure ?? 'None.')));
  }

  function editor(request) {
    const text = h('textarea', { id: 'request', rows: 14, spellcheck: 'false', 'aria-label': 'The request, which can be edited and sent again' });
    text.value = pretty(request);
    const error = h('p', { class: 'problem', role: 'alert' });
    return h('div', {}, text, error, h('div', { class: 'row' }, h('button', { type: 'button', class: 'primary', id: 'send-request', onclick: action(async () => {
      error.textContent = '';
      let parsed;
      try {
        parsed = JSON.parse(text.value);
      } catch (broken) {
        error.textContent = `This is not JSON: ${broken.message}`;
        return;
      }
      talk.append(h('li', { class: 'me' }, h('span', { class: 'hidden' }, 'You: '), `(sends ${parsed.request?.intent?.name ?? parsed.request?.type ?? 'a request'})`));
      await exchange('/api/send', { request: parsed, session, user });
      document.getElementById('raw').open = true;
    }) }, 'Send this request'),
    h('button', { type: 'button', class: 'quiet', onclick: () => {
      try {
        const again = JSON.parse(text.value);
        again.request.requestId = `amzn1.echo-api.request.${crypto.randomUUID()}`;
        text.value = pretty(again);
      } catch (broken) {
        error.textContent = `This is not JSON: ${broken.message}`;
      }
    } }, 'New request id')));
  }

  function openEditor(request) {
    inside.replaceChildren(h('h3', {}, 'Request'), editor(request), h('div', { id: 'raw' }));
    document.getElementById('request').focus();
  }

  async function openSample() {
    if (samples.value) openEditor(await api(`/api/samples/${samples.value}`));
    samples.value = '';
  }

  function template() {
    return {
      version: '1.0',
      session: { new: true, sessionId: `amzn1.echo-api.session.${crypto.randomUUID()}`, application: { applicationId: system.skillId }, user: { userId: 'amzn1.ask.account.CONSOLE' } },
      context: { System: { application: { applicationId: system.skillId }, user: { userId: 'amzn1.ask.account.CONSOLE' }, device: { deviceId: 'amzn1.ask.device.CONSOLE', supportedInterfaces: {} } } },
      request: { type: 'LaunchRequest', requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`, locale: locale.value, timestamp: new Date().toISOString().slice(0, 19) + 'Z' },
    };
  }

  // ---- By voice, where the browser can

  function speak(text) {
    if (!aloud.checked || !globalThis.speechSynthesis) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = locale.value;
    speechSynthesis.speak(utterance);
  }

  function listen() {
    const ear = new recognition();
    ear.lang = locale.value;
    mic.setAttribute('aria-pressed', 'true');
    ear.onresult = event => say(event.results[0][0].transcript);
    ear.onerror = event => toast(`Nothing was heard (${event.error}).`, true);
    ear.onend = () => mic.setAttribute('aria-pressed', 'false');
    ear.start();
  }

  return { shown: () => scroll() };
}

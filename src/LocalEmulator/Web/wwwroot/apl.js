// Draws an APL document: Frame, Container, Text, Image, TouchWrapper and the like, with resources, conditions and data bound by ${…}.
// Expressions are read by a small parser of their own, for the page's policy allows no eval. Sizes are those of the device's screen; the
// picture is scaled by the unit cqw (a hundredth of its width).
import { h } from './dom.js';

/** The screen that the simulated device has. */
export const viewport = { width: 1280, height: 800, shape: 'rectangle', mode: 'hub', theme: 'dark', pixelWidth: 1280, pixelHeight: 800, dpi: 160 };

/** Makes the picture of a RenderDocument directive; onEvent gets what a touch sends. */
export function picture({ document: apl, datasources }, onEvent) {
  const main = apl.mainTemplate ?? {};
  const scope = { viewport, environment: {} };
  for (const name of main.parameters ?? []) scope[name] = name === 'payload' ? datasources ?? {} : datasources?.[name];
  const draw = { scope, resources: resourcesOf(apl, scope), styles: apl.styles ?? {}, layouts: apl.layouts ?? {}, onEvent };
  const screen = h('div', { class: 'apl', role: 'group', 'aria-label': 'The device’s screen' });
  screen.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  const inner = h('div', { class: 'apl-inner' });
  inner.append(...itemsOf(main).flatMap(item => component(item, draw, 'column')));
  screen.append(inner);
  return screen;
}

function resourcesOf(apl, scope) {
  const all = {};
  for (const block of apl.resources ?? []) {
    if (block.when !== undefined && !bind(block.when, scope)) continue;
    for (const kind of ['dimensions', 'colors', 'strings', 'numbers', 'booleans', 'easings', 'gradients']) {
      for (const [name, value] of Object.entries(block[kind] ?? block[kind.slice(0, -1)] ?? {})) all[name] = value;
    }
  }
  return all;
}

const itemsOf = node => [node.items ?? node.item ?? []].flat();

function component(node, draw, direction) {
  if (!node || (node.when !== undefined && !bind(node.when, draw.scope))) return [];
  if (Array.isArray(node.data) || typeof node.data === 'string') return repeated(node, draw, direction);
  const layout = draw.layouts[node.type];
  if (layout) {
    const given = Object.fromEntries((layout.parameters ?? []).map(one => {
      const name = one.name ?? one;
      return [name, node[name] === undefined ? bind(one.default, draw.scope) : bind(node[name], draw.scope)];
    }));
    return itemsOf(layout).slice(0, 1).flatMap(item => component(item, { ...draw, scope: { ...draw.scope, ...given } }, direction));
  }
  const value = name => resolve(node[name], draw);
  const make = { Text: text, Image: image, TouchWrapper: touch, VectorGraphic: nothing, Video: nothing }[node.type] ?? container;
  const element = make(node, value, draw);
  place(element, value, node, direction);
  return [element];
}

function repeated(node, draw, direction) {
  const data = [bind(node.data, draw.scope) ?? []].flat();
  const { data: _, ...once } = node;
  const items = data.flatMap((one, index) => itemsOf(node).flatMap(item => component(item, { ...draw, scope: { ...draw.scope, data: one, index, length: data.length } }, 'column')));
  const [element] = component({ ...once, items: [], item: undefined }, draw, direction);
  element?.append(...items);
  return element ? [element] : [];
}

function container(node, value, draw) {
  const element = h('div', { class: 'apl-box' });
  const direction = value('direction') ?? 'column';
  element.style.flexDirection = direction === 'row' ? 'row' : 'column';
  element.style.justifyContent = flex(value('justifyContent'));
  element.style.alignItems = flex(value('alignItems') ?? 'stretch');
  if (node.type === 'Pager' || node.type === 'Sequence' || node.type === 'ScrollView') element.style.overflow = 'auto';
  element.append(...itemsOf(node).flatMap(item => component(item, draw, direction)));
  return element;
}

function text(node, value) {
  const element = h('div', { class: 'apl-text' });
  String(value('text') ?? '').split(/<br\s*\/?>/i).forEach((line, i) => element.append(...(i > 0 ? [h('br')] : []), line.replace(/<[^>]*>/g, '')));
  element.style.fontSize = length(value('fontSize') ?? 40);
  element.style.fontWeight = value('fontWeight') ?? 'normal';
  element.style.fontStyle = value('fontStyle') ?? 'normal';
  element.style.color = value('color') ?? '#fafafa';
  element.style.textAlign = { auto: 'start' }[value('textAlign')] ?? value('textAlign') ?? 'start';
  const lines = value('maxLines');
  if (lines) element.style.webkitLineClamp = String(lines);
  return element;
}

function image(node, value) {
  // Pictures of other hosts are not fetched: the page asks nobody but its own server.
  const source = String([value('source')].flat()[0] ?? '');
  return source.startsWith('data:image/')
    ? h('img', { class: 'apl-image', src: source, alt: String(value('accessibilityLabel') ?? '') })
    : h('div', { class: 'apl-image apl-elsewhere' }, `Picture: ${source.split('/').at(-1)}`);
}

function touch(node, value, draw) {
  const press = [node.onPress ?? []].flat().find(command => command.type === 'SendEvent');
  const element = h('button', { type: 'button', class: 'apl-touch', 'aria-label': value('accessibilityLabel') ?? null, disabled: !press || !draw.onEvent });
  if (press && draw.onEvent) {
    element.addEventListener('click', () => draw.onEvent((press.arguments ?? []).map(one => bind(one, draw.scope)), node.id ?? ''));
  }
  element.append(...itemsOf(node).flatMap(item => component(item, draw, 'column')));
  return element;
}

const nothing = () => h('div', { class: 'apl-box' });

function place(element, value, node, direction) {
  const style = element.style;
  for (const name of ['width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight', 'left', 'top', 'right', 'bottom', 'borderRadius', 'borderWidth',
    'paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom']) {
    const given = value(name);
    if (given !== undefined) style[name] = length(given);
  }
  const padding = value('padding');
  if (padding !== undefined) style.padding = [padding].flat().map(length).join(' ');
  const spacing = value('spacing');
  if (spacing !== undefined) style[direction === 'row' ? 'marginLeft' : 'marginTop'] = length(spacing);
  if (value('backgroundColor')) style.backgroundColor = value('backgroundColor');
  if (value('background') && typeof value('background') === 'string') style.backgroundColor = value('background');
  if (value('borderColor')) style.border = `${length(value('borderWidth') ?? 1)} solid ${value('borderColor')}`;
  if (value('opacity') !== undefined) style.opacity = value('opacity');
  if (value('position') === 'absolute') style.position = 'absolute';
  if (value('grow')) style.flexGrow = value('grow');
  if (value('shrink') !== undefined) style.flexShrink = value('shrink');
  if (value('alignSelf')) style.alignSelf = flex(value('alignSelf'));
  if (value('display') === 'none') style.display = 'none';
  if (value('display') === 'invisible') style.visibility = 'hidden';
}

const flex = name => ({ start: 'flex-start', end: 'flex-end', spaceBetween: 'space-between', spaceAround: 'space-around' })[name] ?? name ?? 'flex-start';

/** A dimension as the page's: 48, "48dp", "50%", "100vw". */
function length(given) {
  if (typeof given === 'number') return `${given / viewport.width * 100}cqw`;
  const [, digits, unit] = String(given).match(/^(-?[\d.]+)(dp|px|vw|vh|%)?$/) ?? [];
  if (digits === undefined) return given === 'auto' ? 'auto' : '';
  if (unit === '%') return `${digits}%`;
  if (unit === 'vw') return `${digits}cqw`;
  if (unit === 'vh') return `${digits * viewport.height / viewport.width}cqw`;
  return `${digits / viewport.width * 100}cqw`;
}

/** A property's value: bound, and with resources in place of their names. */
function resolve(given, draw) {
  const value = bind(given, draw.scope);
  if (typeof value === 'string' && value.startsWith('@')) return resolve(draw.resources[value.slice(1)], draw);
  return value;
}

/** A text with its ${…} evaluated; one that is nothing else keeps its type. */
export function bind(given, scope) {
  if (typeof given !== 'string' || !given.includes('${')) return given;
  const whole = given.match(/^\$\{([^}]*)\}$/);
  return whole ? evaluate(whole[1], scope) : given.replace(/\$\{([^}]*)\}/g, (_, expression) => evaluate(expression, scope) ?? '');
}

const precedence = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 };
const apply = {
  '||': (a, b) => a || b, '&&': (a, b) => a && b, '==': (a, b) => a === b, '!=': (a, b) => a !== b, '<': (a, b) => a < b, '>': (a, b) => a > b,
  '<=': (a, b) => a <= b, '>=': (a, b) => a >= b, '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b,
};

function evaluate(expression, scope) {
  const tokens = expression.match(/'[^']*'|"[^"]*"|\d+(?:\.\d+)?|[A-Za-z_]\w*|\|\||&&|[=!<>]=|[-+*/%<>!?:().[\]]/g) ?? [];
  let at = 0;
  const take = token => tokens[at] === token && ++at > 0;
  const result = choice();
  return result;

  function choice() {
    const condition = binary(1);
    if (!take('?')) return condition;
    const yes = choice();
    take(':');
    const no = choice();
    return condition ? yes : no;
  }

  function binary(least) {
    let left = unary();
    while (precedence[tokens[at]] >= least) {
      const operator = tokens[at++];
      left = apply[operator](left, binary(precedence[operator] + 1));
    }
    return left;
  }

  function unary() {
    if (take('!')) return !unary();
    if (take('-')) return -unary();
    return path();
  }

  function path() {
    let value;
    const token = tokens[at++];
    if (token === '(') {
      value = choice();
      take(')');
    } else if (/^['"]/.test(token ?? '')) {
      value = token.slice(1, -1);
    } else if (/^\d/.test(token ?? '')) {
      value = Number(token);
    } else {
      value = { true: true, false: false, null: null }[token];
      if (value === undefined && Object.hasOwn(scope, token)) value = scope[token];
    }
    while (tokens[at] === '.' || tokens[at] === '[') {
      const key = take('.') ? tokens[at++] : (at++, choice());
      if (tokens[at] === ']') at++;
      value = value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value;
  }
}

import { h } from './dom.js';
export function startLook(section) { section.append(h('h2', { id: 'look-title' }, 'Look inside')); return {}; }

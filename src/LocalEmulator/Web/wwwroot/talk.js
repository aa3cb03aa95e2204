import { h } from './dom.js';
export function startTalk(section) { section.append(h('h2', { id: 'talk-title' }, 'Talk')); return {}; }

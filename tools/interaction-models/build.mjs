// Writes the interaction models of the skill package from what this folder knows of each language:
//
//     node tools/interaction-models/build.mjs            writes alexa/interactionModels/custom/*.json
//     node tools/interaction-models/build.mjs --check    writes nothing; ends with 1 where a file is not what it would write
//
// A language is a module such as english.mjs. Samples and the words for values are patterns:
//
//     (a|b)      one of several; an empty one may be among them
//     [a]        with or without
//     <name>     a pattern of the language's `parts`
//     {slot}     a slot
//     word~      the word with each ending of a German adjective
//
// A sample in which a slot would stand twice is left out, and so is one that was there before. The folder is not in alexa/, which the
// ASK CLI uploads as it stands.

import { readFileSync, writeFileSync } from 'node:fs';
import { readCommandLine } from '../commandLine.mjs';
import english from './english.mjs';
import german from './german.mjs';

const MAX_MODEL_BYTES = 1_500_000; // Alexa: an interaction model
const MAX_VALUE_LENGTH = 140; // Alexa: characters of a slot value or synonym
const ENDINGS = ['', 'e', 'er', 'en', 'es', 'em'];

/** All texts of a pattern, in the order of its alternatives, with the white space that is left of what is not there. */
function expand(pattern, parts) {
  const tokens = pattern.replaceAll('[', '(|').replaceAll(']', ')').match(/[(|)]|<\w+>|[^(|)<]+/g) ?? [];
  let at = 0;
  const alternatives = () => {
    const texts = sequence();
    while (tokens[at] === '|') {
      at++;
      texts.push(...sequence());
    }
    return texts;
  };
  const sequence = () => {
    let texts = [''];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      const token = tokens[at++];
      const next = token === '(' ? alternatives() : token.startsWith('<') ? expand(parts[token.slice(1, -1)], parts) : [token];
      if (token === '(' && tokens[at++] !== ')') {
        throw new Error(`A bracket is not closed in "${pattern}".`);
      }
      texts = texts.flatMap((text) => next.map((end) => text + end));
    }
    return texts;
  };
  const texts = alternatives();
  if (at < tokens.length) {
    throw new Error(`A bracket is closed too often in "${pattern}".`);
  }
  return texts;
}

const inflect = (text) => (text.endsWith('~') ? ENDINGS.map((ending) => text.slice(0, -1) + ending) : [text]);

/** The texts of patterns, each once and none that was seen before. */
const texts = (patterns, parts, seen = new Set()) =>
  patterns.flatMap((pattern) => expand(pattern, parts)).map((text) => text.replace(/\s+/g, ' ').trim()).flatMap(inflect).filter((text) => {
    const isNew = text !== '' && !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });

const samples = (patterns, parts, seen) => texts(patterns, parts, seen).filter((sample) => {
  const slots = sample.match(/\{\w+\}/g) ?? [];
  return new Set(slots).size === slots.length;
});

function model({ invocationName, parts, intents, types, prompts }) {
  const [said, answered] = [new Set(), new Set()];
  const slotsOf = (intent) => Object.entries(intent.slots ?? {});
  const required = (slot) => slot in prompts;
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        intents: Object.entries(intents).map(([name, intent]) => ({
          name,
          ...(intent.slots && {
            slots: slotsOf(intent).map(([slot, { type, answers }]) => ({
              name: slot,
              type,
              ...(answers && { samples: samples(answers, parts, answered) }),
            })),
          }),
          samples: samples(intent.samples ?? [], parts, said),
        })),
        types: Object.entries(types).map(([name, values]) => ({
          name,
          values: Object.entries(values).map(([id, words]) => {
            const [value, ...synonyms] = texts(words, parts);
            return { id, name: { value, ...(synonyms.length > 0 && { synonyms }) } };
          }),
        })),
      },
      dialog: {
        delegationStrategy: 'SKILL_RESPONSE',
        intents: Object.entries(intents).filter(([, intent]) => slotsOf(intent).some(([slot]) => required(slot))).map(([name, intent]) => ({
          name,
          delegationStrategy: 'SKILL_RESPONSE',
          confirmationRequired: false,
          prompts: {},
          slots: slotsOf(intent).map(([slot, { type }]) => ({
            name: slot,
            type,
            confirmationRequired: false,
            elicitationRequired: required(slot),
            prompts: required(slot) ? { elicitation: `Elicit.Slot.${slot}` } : {},
          })),
        })),
      },
      prompts: Object.entries(prompts).map(([slot, wordings]) => ({
        id: `Elicit.Slot.${slot}`,
        variations: wordings.map((value) => ({ type: 'PlainText', value })),
      })),
    },
  };
}

function verify(locale, json, { interactionModel: { languageModel } }) {
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_MODEL_BYTES) {
    throw new Error(`The model of ${locale} has ${bytes} bytes; Alexa takes ${MAX_MODEL_BYTES}.`);
  }
  const words = languageModel.types.flatMap((type) => type.values).flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])]);
  const long = words.find((text) => text.length > MAX_VALUE_LENGTH);
  if (long) {
    throw new Error(`"${long}" of ${locale} has ${long.length} characters; Alexa takes ${MAX_VALUE_LENGTH} in a slot value.`);
  }
}

const { values: { check: isCheck } } = readCommandLine('node tools/interaction-models/build.mjs [--check]', { options: { check: { type: 'boolean' } } });
for (const language of [english, german]) {
  for (const locale of language.locales) {
    const file = new URL(`../../alexa/interactionModels/custom/${locale}.json`, import.meta.url);
    const content = model(language);
    const json = `${JSON.stringify(content, null, 2)}\n`;
    verify(locale, json, content);
    if (!isCheck) {
      writeFileSync(file, json);
    } else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== json) {
      console.error(`alexa/interactionModels/custom/${locale}.json is not what tools/interaction-models writes: run build.mjs.`);
      process.exitCode = 1;
    }
  }
}

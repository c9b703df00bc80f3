import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { catalogTexts, codeTexts, flat } from '../../../scripts/generate/english';
import pluginJson from '../../plugin.json';
import { METRIC_IDS } from '../../shared/catalog';

const code = codeTexts();
const wanted = { ...code.texts, ...catalogTexts() };
const fileOf = (language: string) => join(__dirname, '../../locales', language, `${pluginJson.id}.json`);
const textsOf = (language: string) => flat(JSON.parse(readFileSync(fileOf(language), 'utf8')) as object);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** A language may bend a phrase for one metric: `<key>_<metric>`. */
const baseOf = (key: string) =>
  METRIC_IDS.reduce((base, id) => (key.endsWith(`_${id}`) && key.slice(0, -id.length - 1) in wanted ? key.slice(0, -id.length - 1) : base), key);

describe('texts in the code', () => {
  it('finds what the code asks for', () => {
    expect(Object.keys(code.texts).length).toBeGreaterThan(100);
    expect(code.texts['editor.quick-answers.label']).toBe('Quick answers');
  });

  it('says one thing under one key', () => expect(code.conflicts).toEqual([]));

  it('makes up keys of the catalogue only', () => expect(code.dynamic.filter((key) => !key.startsWith('`catalog.'))).toEqual([]));
});

describe.each(pluginJson.languages)('%s', (language) => {
  it('is there', () => expect(existsSync(fileOf(language))).toBe(true));

  it('misses no text and has none that nothing asks for', () => {
    const there = Object.keys(textsOf(language));
    expect({ missing: Object.keys(wanted).filter((key) => !there.includes(key)), unused: there.filter((key) => !(baseOf(key) in wanted)) }).toEqual({
      missing: [],
      unused: [],
    });
  });

  it('leaves no text empty, and fills in what the English does', () => {
    const texts = textsOf(language);
    const wrong = Object.entries(texts).filter(
      ([key, text]) => text.trim() === '' || (baseOf(key) === key && key in wanted && String(placeholders(text)) !== String(placeholders(wanted[key])))
    );
    expect(wrong).toEqual([]);
  });
});

// npm run generate -- english
it('has the English file that the code and the catalogue make', () => expect(textsOf('en-US')).toEqual(wanted));

it('translates: hardly a text of the catalogue is the same in Dutch', () => {
  const dutch = textsOf('nl-NL');
  const long = Object.entries(wanted).filter(([, text]) => text.split(' ').length > 4);
  expect(long.filter(([key, text]) => dutch[key] === text)).toEqual([]);
});

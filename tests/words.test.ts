import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { flat, type Texts } from '../scripts/generate/english';

const ROOT = join(__dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as object;
const locale = (language: string) => flat(read(`src/locales/${language}/helpdesk-metrics-datasource.json`));
const BOARDS = readdirSync(join(ROOT, 'dashboards')).filter((file) => file.endsWith('.json'));

interface Panel {
  readonly id?: number;
  readonly title?: string;
  readonly panels?: readonly Panel[];
}

/** The titles of a dashboard by where they stand. */
function titles(folder: string): Texts {
  return Object.fromEntries(
    BOARDS.flatMap((file) => {
      const { title = '', panels = [] } = read(join(folder, file)) as Panel;
      const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
      return [[file, title], ...all.map((panel, i) => [`${file} ${panel.id ?? `row ${i}`}`, panel.title ?? ''])];
    })
  );
}

const english: Texts = { ...locale('en-US'), ...titles('dashboards') };
const dutch: Texts = { ...locale('nl-NL'), ...titles('dashboards/nl') };

/** What a text stands for in more than one way, though it is written once: what SLAs promise and what numbers should be; the rest, and another channel. */
const TWO_THINGS: readonly string[] = ['targets', 'other'];

/** Texts that are written alike in one language and not in the other. */
function unlike(from: Texts, into: Texts): object {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of Object.entries(from).filter(([where]) => where in into)) {
    const word = text.toLowerCase();
    found.set(word, (found.get(word) ?? new Set()).add(into[key].toLowerCase()));
  }
  return Object.fromEntries([...found].filter(([word, others]) => others.size > 1 && !TWO_THINGS.includes(word)).map(([word, others]) => [word, [...others]]));
}

it('calls what has one name in English by one name in Dutch, in dashboards as in the editors', () => expect(unlike(english, dutch)).toEqual({}));

/** Words for a thing that has another name, and that name. The Dutch ones are those of the suite whose reports these are. */
const INSTEAD: Readonly<Record<string, ReadonlyArray<readonly [RegExp, string]>>> = {
  English: [
    [/\bbroken down by\b/i, 'Break down by'],
    [/\bunusual values\b/i, 'anomalies'],
    [/\bopen now\b/i, 'Backlog'],
    [/\breply time\b/i, 'response time'],
    [/\btime to first reply\b/i, 'time to first response'],
  ],
  Dutch: [
    [/medewerker/i, 'vertegenwoordiger'],
    [/werkvoorraad/i, 'openstaande tickets'],
    [/reactietijd/i, 'tijd tot eerste reactie, antwoordtijd'],
    [/uitschieter/i, 'anomalieën'],
    [/prognose/i, 'voorspelling'],
    [/pipeline/i, 'pijplijn'],
    [/werktijd(?! van vertegenwoordigers)/i, 'werkuren'],
    [/verstuur/i, 'verzonden, verzenden'],
    [/door de tijd|^in de tijd$/i, 'over tijd'],
    [/uitgesplitst/i, 'opgesplitst, opsplitsen op'],
    [/wachttijd chat/i, 'chatwachttijd'],
    [/volgorde/i, 'sorteren'],
  ],
};

it.each([
  ['English', english],
  ['Dutch', dutch],
])('has one word for a thing in %s', (language, texts) => {
  const wrong = Object.entries(texts).flatMap(([key, text]) =>
    INSTEAD[language].filter(([word]) => word.test(text)).map(([, instead]) => `${key}: “${text.slice(0, 80)}” should say ${instead}`)
  );
  expect(wrong).toEqual([]);
});

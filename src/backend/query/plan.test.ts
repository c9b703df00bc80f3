import { type HelpdeskQuery, parseQuery } from '../../shared/query';
import { planning } from './plan';

const context = { nowMs: 0, timeZone: 'Europe/Amsterdam', weekStart: 'monday', topBox: {}, defaultCalendar: null, alert: false } as const;
const [YEAR_1, YEAR_9999] = [-62_135_596_800_000, 253_402_300_799_000];

/** What happens first. */
const first = (query: HelpdeskQuery, fromMs: number, toMs: number) => planning(parseQuery(query), { ...context, fromMs, toMs }).next();

test.each<[string, HelpdeskQuery, number, number, RegExp]>([
  ['too many buckets', { metric: 'opened', frequency: 'hour' }, YEAR_1, YEAR_9999, /more than 20,000 buckets by hour/],
  ['a range turned round', { metric: 'opened' }, YEAR_9999, YEAR_1, /^The time range is empty/],
  ['a zone that is none', { metric: 'opened', timeZone: 'Europe/Nowhere' }, YEAR_1, YEAR_9999, /^"Europe\/Nowhere" is not a time zone/],
])('%s is refused before any zone is read', (_, query, fromMs, toMs, sentence) => {
  expect(() => first(query, fromMs, toMs)).toThrow(sentence);
});

test('what is not refused reads its zone in pieces', () => {
  expect(first({ metric: 'opened', frequency: 'year' }, YEAR_1, YEAR_9999)).toEqual({ done: false, value: undefined });
});

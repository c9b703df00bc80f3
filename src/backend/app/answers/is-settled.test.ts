import type { Plan } from '../../query/plan';
import type { StoreMeta } from '../../store/store';
import { isSettled } from './is-settled';

const meta = (spans: StoreMeta['spans']) => ({ spans }) as StoreMeta;
const at = (asOfMs: number) => ({ asOfMs }) as Plan;

test.each([
  ['nothing', {}, 0, true],
  ['a reply written across a close', { close_fact: { late_until_at: { first: 5, last: 20 } } }, 19, false],
  ['a reply written across a close by now', { close_fact: { late_until_at: { first: 5, last: 20 } } }, 20, true],
  ['an SLA clock that ended', { sla_fact: { ended_at: { first: 5, last: 20 } } }, 19, false],
  ['a close alone', { close_fact: { closed_at: { first: 5, last: 20 } } }, 19, true],
])('the store is settled where nothing that changes an answer lies after now: %s', (_, spans, asOf, settled) => {
  expect(isSettled(at(asOf), meta(spans))).toBe(settled);
});

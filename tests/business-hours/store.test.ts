import { byStore } from './by-store';
import { questionOf } from './case-question';
import { type Case, caseFiles } from './cases';
import { expectDue, expectSeconds } from './expect-case';
import { loadsOf } from './loads';
import type { Answer } from './question';

/** Every case of business time, asked of the store: a case is a ticket under a calendar of its own (desk.ts). */
const files = caseFiles();
const all = files.flatMap(([, cases]) => cases);
const answers = new Map<Case, Answer>();

beforeAll(async () => {
  for (const cases of loadsOf(all, questionOf)) {
    const found = await byStore(cases.map(questionOf));
    cases.forEach((one, i) => answers.set(one, found[i]));
  }
}, 120_000);

function check(one: Case): void {
  const answer = answers.get(one);
  const { from, to, budget, pauses } = questionOf(one);
  if (!answer) {
    throw new Error('The store was not asked.');
  }
  if (to !== null && to < from) {
    // an event before the creation says how the ticket begins: closed
    expect([answer.elapsed, answer.unpaused, one.expected_seconds]).toEqual([0, 0, 0]);
    return;
  }
  if (pauses.length === 0) {
    // an SLA clock and the duration of the ticket are the same business time
    expect(answer.unpaused).toBe(answer.elapsed);
  }
  switch (one.op) {
    case 'is_open':
      return expect(answer.elapsed).toBe(one.expected ? 1 : 0);
    case 'deadline':
      // nothing is used up until the next opening: the last instant by which no more than the budget is gone
      return expectDue(one, budget === 0 && (one.add_seconds ?? 0) === 0 ? answer.over : answer.due);
    default:
      return expectSeconds(one, (answer.elapsed ?? NaN) / 1000);
  }
}

describe.each(files)('business-hours cases of %s, by the store', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one.name, one] as const))('%s %s', (_id, _name, one) => check(one));
});

import { type HelpdeskQuery, parseQuery } from '../../shared/query';
import { optionExamples } from '../../shared/query/options.fixture';
import { compileRecords } from './ask/records';
import { compileNumbers } from './ask/numbers';
import { plan, type RequestContext } from './plan';

const context: RequestContext = {
  fromMs: Date.parse('2026-03-01T00:00:00Z'),
  toMs: Date.parse('2026-04-01T00:00:00Z'),
  nowMs: Date.parse('2026-03-20T12:00:00Z'),
  timeZone: 'Europe/Amsterdam',
  weekStart: 'monday',
  topBox: {},
  defaultCalendar: null,
  alert: false,
};

/** The statement that answers a query. */
function asked(query: HelpdeskQuery): object {
  const planned = plan(parseQuery(query), context);
  const { text, values } = planned.query.kind === 'records' ? compileRecords(planned, 10) : compileNumbers(planned);
  return { text, values };
}

/** Options that change no statement, and what heeds them. */
const ELSEWHERE = {
  events: 'which statements are run, one a kind',
  compare: 'a second statement, of the earlier period',
  trend: 'drawn from the answer',
  anomalies: 'drawn from the answer',
  drawn: 'the frames tell how',
  beyondTarget: 'the answer’s numbers are measured against it',
  unit: 'the answer’s numbers are written in it',
};

it.each(optionExamples(ELSEWHERE))('what is asked heeds %s', (_, without, set) => {
  expect(asked(set)).not.toEqual(asked(without));
});

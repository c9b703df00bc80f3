import { speak } from '../i18n/language.fixture';
import { checkJson } from './check-json';
import { queryOf } from './query.fixture';

beforeAll(() => speak('en-US'));

const present = queryOf({ metric: 'csat', hide: true, filters: [{ field: 'team', values: ['x'] }] });
const check = (json: unknown, isAlerting = false) => checkJson(typeof json === 'string' ? json : JSON.stringify(json), present, isAlerting);

describe('checkJson', () => {
  it.each([
    { metric: 'opened', groupBy: ['team'] },
    { metric: '$metric', view: '$view', hours: '$hours', groupBy: ['$by'], statistics: ['$stat'], limit: '$limit', sort: { by: '$by', direction: 'asc' } },
    {
      metric: 'opened',
      filters: [
        { field: 'team', op: 'in', values: ['$team'] },
        { field: '$field', op: 'in', values: ['x'] },
      ],
    },
    { kind: 'events', metric: '', events: ['holiday'] },
  ])('takes %j as it stands, in the same envelope', async (own) => {
    expect(await check(own)).toEqual({ query: { refId: 'A', hide: true, ...own } });
  });

  it.each([
    ['{"metric"', /^This is not JSON yet/],
    [[], /not a list/],
    [{ metric: 'opened', groupby: ['team'] }, /no key "groupby".*"groupBy"/],
    [{ metric: '$metric', statistics: ['medain'] }, /"medain".*"median"/],
    [{ metric: 'opened', filters: [{ field: 'taem', values: ['$x'] }] }, /"taem".*"filters\[0\].field".*"team"/],
    [{ metric: 'time_to_clos' }, /time_to_clos.*time_to_close/],
    [{ metric: 'opened', hours: 'sla' }, /no SLA hours/],
  ])('names what is wrong with %j', async (json, sentence) => {
    const checked = await check(json);
    expect('problems' in checked && checked.problems.join(' ')).toMatch(sentence);
  });

  it('knows that alert rules have no variables', async () => {
    expect(await check({ metric: 'opened', hours: '$hours' }, true)).toEqual({
      problems: ['An alert rule has no dashboard variables: write a value instead of $hours.'],
    });
  });
});

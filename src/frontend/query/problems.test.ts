import { speak } from '../i18n/language.fixture';
import { problems } from './problems';
import { queryOf } from './query.fixture';

beforeAll(() => speak('en-US'));

const filters = (field: string, op: string, ...values: string[]) => ({ metric: 'opened', filters: [{ field, op, values }] });

const CASES: ReadonlyArray<readonly [object, readonly string[]]> = [
  [{ metric: 'csat', statistics: ['share', 'n'], groupBy: ['team', 'rating'] }, []],
  [{ kind: 'events', metric: '' }, []],
  [{ metric: '' }, ['Choose a metric, or one of the quick answers.']],
  [{ metric: 'time_to_klose' }, ['There is no metric “time_to_klose”. Did you mean “time_to_close”?']],
  [{ metric: 'zzzzzzzzzzzz' }, ['There is no metric “zzzzzzzzzzzz”: choose one from the list.']],
  [{ metric: 'opened', hours: 'sla' }, ['“Opened tickets” has no SLA hours: choose 24/7.']],
  [{ metric: 'opened', statistics: ['p90'] }, ['“Opened tickets” has no statistic “90th percentile”: choose something else there.']],
  [{ metric: 'opened', groupBy: ['rating'] }, ['“Opened tickets” has no dimension “Rating”: choose something else there.']],
  [{ metric: 'opened', groupBy: ['team', 'team'] }, ['The two dimensions are the same: choose another one, or clear one.']],
  [{ metric: 'uncovered_hours', groupBy: ['agent'] }, ['“Uncovered hours” can be filtered by agent but not grouped by it.']],
  [{ metric: 'opened', kind: 'records', columns: ['score'] }, ['“Opened tickets” has no column “Score”: choose something else there.']],
  [filters('rating', 'in', '5'), ['“Opened tickets” cannot be filtered by rating: take that filter away.']],
  [filters('team', 'in'), ['The filter on team has no values yet: choose one, or take the filter away.']],
  [filters('team', 'is_empty'), []],
  [filters('hour_of_day', 'between', '9'), ['The filter on hour of day needs two values: the lowest and the highest.']],
  [filters('hour_of_day', 'between', '9', '17'), []],
  // what variables hold is the dashboard's business
  [{ metric: '$metric', hours: '$hours', groupBy: ['$by'], statistics: ['${stat}'] }, []],
];

describe('problems', () => {
  it.each(CASES)('%j', (query, found) => expect(problems(queryOf(query))).toEqual(found));

  it('takes what looks like a variable for a value, in an alert rule too', () => expect(problems(queryOf(filters('tag', 'in', '$vip')), true)).toEqual([]));

  it.each([
    [{ metric: 'opened', kind: 'records' }, 'An alert rule needs numbers: choose “Numbers” above.'],
    [filters('team', 'in', 'a', '${team}'), 'An alert rule has no dashboard variables: write a value instead of ${team}.'],
    [{ metric: 'opened', groupBy: ['$by'] }, 'An alert rule has no dashboard variables: write a value instead of $by.'],
  ])('of an alert rule: %j', (query, found) => {
    expect(problems(queryOf(query), true)).toEqual([found]);
    expect(problems(queryOf(query))).toEqual([]);
  });
});

import { optionExamples } from '../../../shared/query/options.fixture';
import { speak } from '../../i18n/language.fixture';
import { queryOf } from '../query.fixture';
import { sentence } from './sentence';

beforeAll(() => speak('en-US'));

/** Options of which the sentence says nothing, and why. */
const UNSAID = { columns: 'they stand there to be seen', asOf: 'no control sets it: it is for dashboards and rules as code' };

it.each(optionExamples(UNSAID))('the sentence says %s', (_, without, set) => {
  expect(sentence(queryOf(set))).not.toBe(sentence(queryOf(without)));
});

import { speak } from '../i18n/language.fixture';
import { inOwnWords } from './own-words';
import { queryOf } from './query.fixture';

const SAID = '"time_to_close" has no dimension "rating". It has: ticket, owner.';

it.each<[string, 'en-US' | 'nl-NL', object, number, string]>([
  ['a dimension by its name', 'en-US', { groupBy: ['rating'] }, 400, '“Time to close” has no dimension “Rating”: choose something else there.'],
  ['in the reader’s language', 'nl-NL', { groupBy: ['rating'] }, 400, '“Tijd tot sluiting” heeft geen dimensie “Beoordeling”: kies daar iets anders.'],
  ['what the editor finds no fault with', 'en-US', { groupBy: ['team'] }, 400, SAID],
  ['what is not the query’s fault', 'en-US', { groupBy: ['rating'] }, 503, SAID],
])('%s', async (_, language, own, status, message) => {
  await speak(language);
  const error = { refId: 'A', message: SAID, status };
  const { errors, error: first } = inOwnWords({ data: [], error, errors: [error] }, [queryOf({ metric: 'time_to_close', ...own })]);
  expect({ errors, first }).toEqual({ errors: [{ ...error, message }], first: { ...error, message } });
});

it('leaves an answer without errors as it is', () => {
  const answer = { data: [] };
  expect(inOwnWords(answer, [])).toBe(answer);
});

import { speak } from '../i18n/language.fixture';
import { queryDocument } from '../../shared/query/document';
import type { Schema } from '../types';
import { editorSchema } from './json-schema';

const schema = () => editorSchema(queryDocument() as Schema) as { readonly properties: Readonly<Record<string, Schema>> };

it('lets a variable stand for a word, and keeps lists and objects what they are', async () => {
  await speak('en-US');
  const { view, groupBy, filters } = schema().properties;
  expect(view.anyOf).toEqual([expect.objectContaining({ enum: ['over_time', 'totals'] }), { type: 'string', pattern: expect.any(String) as unknown }]);
  expect(groupBy.type).toBe('array');
  expect(filters.type).toBe('array');
});

it.each([
  ['en-US', 'Time to close'],
  ['nl-NL', 'Tijd tot sluiting'],
] as const)('calls words what the editor calls them: %s', async (language, name) => {
  await speak(language);
  const [words] = schema().properties.metric.anyOf as ReadonlyArray<{ readonly enum: string[]; readonly enumDescriptions: string[] }>;
  expect(words.enumDescriptions[words.enum.indexOf('time_to_close')]).toBe(name);
});

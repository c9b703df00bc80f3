import { speak } from '../../i18n/language.fixture';
import { stepSentence } from './step-sentence';

it.each([
  ['en-US', 'connecting', 0, null, 'Connecting.'],
  ['en-US', 'reading message', 0, null, 'Reading the table “message”.'],
  ['en-US', 'reading message', 12_000, null, 'Reading the table “message”: 12,000 rows.'],
  ['en-US', 'reading agent_status', 250, 1000, 'Reading the table “agent_status”.'],
  ['en-US', 'reading histories', 0, 14, 'Computing what the reports need.'],
  ['en-US', 'deriving closes', 3, 14, 'Computing what the reports need.'],
  ['en-US', 'deriving the backlog', 10, 14, 'Computing what the reports need.'],
  ['en-US', 'checking', 13, 14, 'Computing what the reports need.'],
  ['en-US', 'saving', 0, null, 'Saving what was computed.'],
  ['nl-NL', 'reading message', 0, null, 'De tabel “message” wordt gelezen.'],
  ['nl-NL', 'deriving SLA clocks', 11, 14, 'Wat de rapporten nodig hebben, wordt berekend.'],
] as const)('%s, %s: a sentence, without the backend’s own words', async (language, step, done, total, sentence) => {
  await speak(language);
  expect(stepSentence({ step, done, total })).toBe(sentence);
});

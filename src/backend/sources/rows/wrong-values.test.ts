import { SourceError } from '../source';
import { Problems } from './problems';
import { addValue, type WrongValues } from './wrong-values';

const column = (name: string, isView = true): WrongValues => ({
  sentence: `table "ticket", ticket_id "1", column "${name}": wrong.`,
  column: name,
  isView,
  rows: 0,
  values: new Map(),
  meant: new Map(),
});

/** What is told. */
function told(problems: Problems): string[] {
  try {
    problems.throwIfAny();
    return [];
  } catch (error) {
    return error instanceof SourceError ? error.message.split('\n') : [];
  }
}

it('rows that come in pieces are one sentence, with the line of a view that mends words', () => {
  const problems = new Problems();
  const status = problems.addColumn('ticket', 'word', column('status'));
  addValue(status, 'solved', 2, 'closed');
  addValue(status, "don't", 1, null);
  expect(problems.ofColumn('ticket', 'status', 'word')).toBe(status);
  expect(problems.ofColumn('ticket', 'status', 'empty')).toBeNull();
  addValue(status, `o'hold`, 3, 'on_hold');
  addValue(status, 'solved', 1, 'closed', 2);
  expect(told(problems)).toEqual([
    `table "ticket", ticket_id "1", column "status": wrong. 9 rows have such a value in this column: "solved" (3: write closed), "o'hold" (3: write on_hold), "don't" (1) and others. In the view: CASE status WHEN 'solved' THEN 'closed' WHEN 'o''hold' THEN 'on_hold' ELSE status END AS status.`,
  ]);
});

it('one row is its sentence alone, and what comes after twenty is counted', () => {
  const problems = new Problems();
  problems.add(['a key stands twice.'], 4);
  for (let i = 0; i < 25; i++) {
    addValue(problems.addColumn('ticket', 'word', column(`c${i}`)), 'x', 1, null);
  }
  const lines = told(problems);
  expect(lines.slice(0, 2)).toEqual(['a key stands twice.', 'table "ticket", ticket_id "1", column "c0": wrong.']);
  expect(lines).toHaveLength(21);
  expect(lines[20]).toBe('… and 9 more.');
});

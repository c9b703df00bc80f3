import { render, screen } from '@testing-library/react';

import { drawEditors } from '../../screen.fixture';
import { LeftOut } from './left-out';

drawEditors();

const [reason, mend] = ['their ticket is missing (survey)', 'Give ticket every ticket.'];
const REMARK = { kind: 'contradiction', text: `3 rows left out: ${reason}.`, mend, leftOut: { table: 'survey', rows: 3, reason } } as const;

it.each([
  [{ survey: 1200 }, `survey: 3 of 1,200 rows: ${reason}.To mend: ${mend}`],
  [{}, `survey: 3 rows: ${reason}.To mend: ${mend}`],
])('says which rows are left out, of how many and why: %j', (rows, text) => {
  render(<LeftOut remarks={[REMARK, { kind: 'note', text: 'Another one.' }]} rows={rows} />);
  expect(screen.getByRole('list', { name: 'Rows that are left out' }).textContent).toBe(text);
});

it('says that no row is left out', () => {
  render(<LeftOut remarks={[{ kind: 'note', text: 'Another one.' }]} rows={{}} />);
  expect(screen.getByText(/^No row is left out/)).toBeTruthy();
});

import type { Plan } from '../../query/plan';
import type { Remark } from '../../sources/source';
import { unusedNotices } from './unused-notices';

const remarks: Remark[] = [
  { kind: 'unused', text: 'a file', table: null },
  { kind: 'unused', text: 'of tickets', table: 'ticket' },
  { kind: 'unused', text: 'of messages', table: 'message' },
  { kind: 'unused', text: 'of surveys', table: 'survey' },
  { kind: 'lack', text: 'nothing of pipelines' },
];
const planned = { metric: { needs: ['message'] } } as unknown as Plan;

test('administrators are told what is unused of the tables behind a panel, others nothing', () => {
  const told = (role: 'Admin' | 'Viewer', alert = false) => unusedNotices(planned, { remarks }, { kind: 'person', role, alert }).map(({ text }) => text);
  expect(told('Admin')).toEqual(['a file', 'of tickets', 'of messages']);
  expect(told('Viewer')).toEqual([]);
  expect(told('Admin', true)).toEqual([]);
});

import { columnSql } from './column';

test.each([
  [false, '(f.replies_before + coalesce(len(list_filter(f.late_reply_at, lambda x: x <= 1000)), 0))'],
  [true, '(f.replies_before + f.late_replies)'],
])('replies written across a close are looked at one by one only where one may be written after now: settled %s', (isSettled, text) => {
  expect(columnSql({ asOfMs: 1000, isSettled }, 'agent_replies').text).toBe(text);
});

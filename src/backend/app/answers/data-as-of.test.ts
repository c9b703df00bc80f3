import { asMeta, dataAsOf } from './data-as-of';

const at = (last: number) => ({ first: 0, last });
const SPANS = {
  ticket_fact: { created_at: at(1_000) },
  message_fact: { sent_at: at(5_000) },
  close_fact: { closed_at: at(4_000), reopened_at: at(2_000) },
  sla_fact: { due_at: at(9_000_000) },
  calendar_reach: { to_at: at(9_000_000) },
};

test.each([
  ['right after its load', null, 60_000, { checkedAt: 60_000, ageSeconds: 10 }],
  ['looked at since, and nothing had changed', 65_000, 60_000, { checkedAt: 65_000, ageSeconds: 5 }],
  ['of a load that a clock has dated that was put back since', 65_000, 90_000, { checkedAt: 65_000, ageSeconds: 5 }],
  ['that was looked at after the instant that is asked about', 90_000, 60_000, { checkedAt: 90_000, ageSeconds: 0 }],
])('data %s', (_what, checkedAt, loadedAt, expected) => {
  expect(dataAsOf({ checkedAt }, { loadedAt, spans: SPANS }, 70_000)).toEqual({ ...expected, loadedAt, newestAt: 5_000 });
});

test('a helpdesk in which nothing ever happened has no newest instant, and due instants are none', () => {
  const { ticket_fact: _tickets, message_fact: _messages, close_fact: _closes, ...due } = SPANS;
  expect(asMeta(dataAsOf({ checkedAt: null }, { loadedAt: 0, spans: due }, 0))).toEqual({
    checkedAt: '1970-01-01T00:00:00.000Z',
    loadedAt: '1970-01-01T00:00:00.000Z',
    newestAt: null,
  });
});

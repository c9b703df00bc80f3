import fc from 'fast-check';
import { evaluate } from './evaluate';
import { examinations } from './generate';
import { METRICS } from './metrics';
import { query } from './query';
it('smoke', () => {
  const t: Record<string, number[]> = {};
  let tickets = 0;
  fc.assert(fc.property(examinations(METRICS, 60), ({ helpdesk, settings, asked }) => {
    tickets += helpdesk.ticket.length;
    for (const m of ['time_in_stage', 'time_to_close', 'support_volume', 'csat', 'chat_wait_time', 'availability_hours', 'owner_reply_time', 'time_to_first_response']) {
      const a = evaluate(helpdesk, settings, query(m, { groupBy: [] }), { from: 0, to: 4e12 }, 4e12);
      (t[m] ??= []).push('rows' in a ? a.rows[0]?.n ?? 0 : 0);
    }
    (t.nq ??= []).push(asked.length);
  }), { numRuns: 40, seed: 7 });
  console.log(tickets, JSON.stringify(t, null, 0));
}, 600000);

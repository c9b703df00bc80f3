import { sourceReport, toMend } from './source-report';

it('what was found stands in paragraphs, what is to be mended first', () => {
  const found = {
    rows: { ticket: 1200, message: 4000 },
    remarks: [
      { kind: 'note', text: 'Instants without a time zone are read as UTC.' },
      { kind: 'lack', text: 'table "ticket" has no team_id.' },
      { kind: 'suspicion', text: '20 closes lie on a full hour.', example: 'ticket "7"', mend: 'Keep seconds.' },
      { kind: 'contradiction', text: '3 rows left out: their ticket is missing (message).' },
    ],
    reportsWithoutData: [
      { label: 'CSAT', needs: ['survey'] },
      { label: 'NPS', needs: ['survey'] },
      { label: 'SLA breaches', needs: ['sla_target', 'ticket_sla'] },
    ],
  } as const;
  expect(toMend(found)).toBe(2);
  expect(sourceReport(found, ['ticket', 'message', 'survey'])).toBe(`Rows: ticket 1,200, message 4,000, survey 0.

2 things to look at.

Contradictory
  - 3 rows left out: their ticket is missing (message).

Suspicious
  - 20 closes lie on a full hour.
    For example ticket "7".
    To mend: Keep seconds.

Missing
  - table "ticket" has no team_id.
  - Without survey there is no data for CSAT; NPS.
  - Without sla_target and ticket_sla there is no data for SLA breaches.

How it was read
  - Instants without a time zone are read as UTC.`);
  expect(sourceReport({}, ['ticket'])).toBe('Rows: ticket 0.\n\nNothing contradicts itself, and nothing looks wrong.');
});

/** What mends rows that contradict each other or belong to none, by the reason that they are kept with (store/facts/quality.sql.ts). */
const MENDS: ReadonlyArray<readonly [reason: RegExp, mend: string]> = [
  [
    /^their ticket is missing \((\w+)\)/,
    'Give ticket every ticket that rows of $1 name, deleted ones with is_deleted; or leave the rows out of $1: WHERE ticket_id IN (SELECT ticket_id FROM ticket).',
  ],
  [/^their due instant lies/, 'target_seconds of sla_target are seconds: from minutes, minutes * 60 AS target_seconds.'],
  [/^their end lies before their start/, 'CASE WHEN "to" >= "from" THEN "to" END AS "to" in agent_status.'],
  [/^their closed_at is ignored/, "Give closed_at of closed tickets alone: CASE WHEN status = 'closed' THEN closed_at END AS closed_at."],
  [
    /^their events end open, and a later closed_at/,
    "Give the close as an event, too: field 'status', to_value 'closed', at its instant. Else nobody knows who closed it.",
  ],
  [/^their status or stage says that they are closed/, "Give the close as an event (field 'status', to_value 'closed'), or its instant as ticket.closed_at."],
  [
    /^a change of their status does not say/,
    "End each translation of words with ELSE CONCAT('not translated: ', became) END: then the word is named, instead of becoming none, which counts as open.",
  ],
  [/^their SLA policy has no target/, 'Give sla_target a row with an empty priority for the policy, which counts wherever no row has the ticket’s own.'],
];

/** The line that mends rows that are in doubt for a reason; undefined where there is none. */
export function mendOf(reason: string): string | undefined {
  const [found] = MENDS.filter(([pattern]) => pattern.test(reason));
  const [pattern, mend] = found ?? [];
  const table = pattern?.exec(reason)?.[1];
  return table === undefined ? mend : mend?.replaceAll('$1', table);
}

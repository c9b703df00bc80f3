import { isTimeZone } from '../../calendar/zone';
import { dialect } from '../../query/dialect';
import { literal, raw, sql } from '../../query/sql';
import type { Check } from './check';
import { reread } from './reread';

/** Replies are counted by this much, in milliseconds: no zone is off by less than half an hour. */
const SLOT = 1_800_000;
/** How far back from the newest reply. */
const REACH = 180 * 86_400_000;
/** Of fewer replies nobody can tell. */
const ENOUGH = 50;
/** Another zone is suspected where so much more of the replies would lie within hours, and that is most of them. */
const BETTER = 0.08;
const MOST = 0.85;
/** Fewer within hours than this are worth a word in themselves. */
const FEW = 0.5;

/** Agents' replies that lie outside every calendar's hours, and whether they would not if the clocks were those of another zone. */
export const outsideHours: Check = async ({ ask, meta, settings }) => {
  const last = meta.spans.message_fact?.sent_at?.last;
  if (last === undefined) {
    return [];
  }
  const replies = (
    await ask(
      ['slot', 'many'],
      sql`
      SELECT ${dialect.double(dialect.wholeDivision(raw('sent_at'), literal(SLOT)))} AS slot, ${dialect.double(raw('count(*)'))} AS many
      FROM message_fact
      WHERE direction = 1 AND excluded = 0 AND sent_at >= ${literal(Math.max(0, last - REACH))}
      GROUP BY 1`
    )
  ).map(({ slot, many }) => ({ at: Number(slot) * SLOT + SLOT / 2, many: Number(many) }));
  const total = replies.reduce((sum, { many }) => sum + many, 0);
  const hours = await ask(
    ['start_at', 'end_at'],
    sql`
    SELECT ${dialect.double(raw('start_at'))} AS start_at, ${dialect.double(raw('end_at'))} AS end_at
    FROM calendar_interval
    WHERE end_at > ${literal(last - REACH - 2 * 86_400_000)} AND start_at < ${literal(last + 2 * 86_400_000)}`
  );
  if (total < ENOUGH || hours.length === 0) {
    return [];
  }
  const open = new Set<number>();
  for (const { start_at, end_at } of hours) {
    for (let slot = Math.floor(Number(start_at) / SLOT); slot * SLOT < Number(end_at); slot++) {
      open.add(slot);
    }
  }
  const share = (instant: (at: number) => number): number =>
    replies.reduce((sum, { at, many }) => sum + (open.has(Math.floor(instant(at) / SLOT)) ? many : 0), 0) / total;
  const within = share((at) => at);
  const read = settings.source.databaseTimeZone;
  const zones = (await ask(['time_zone'], sql`SELECT DISTINCT time_zone FROM dim_calendar WHERE time_zone IS NOT NULL`)).map(({ time_zone }) =>
    String(time_zone)
  );
  const others = [...new Set([...zones, settings.timeZone, 'UTC'])].filter((zone) => zone !== read && isTimeZone(zone) && isTimeZone(read));
  const [best] = others.map((zone) => ({ zone, within: share((at) => reread(at, read, zone)) })).sort((a, b) => b.within - a.within);
  const outside = percent(1 - within);
  if (best !== undefined && best.within >= MOST && best.within >= within + BETTER) {
    return [
      {
        kind: 'suspicion',
        text: `${outside} of the agents’ replies lie outside every calendar’s hours; if their clocks were those of ${best.zone} instead of ${read}, ${percent(1 - best.within)} would: local times may be read as ${read}.`,
        mend: `source.databaseTimeZone: ${best.zone}; where a view gives instants with a zone, convert in it: sent_at AT TIME ZONE '${best.zone}'.`,
      },
    ];
  }
  return within >= FEW
    ? []
    : [
        {
          kind: 'suspicion',
          text: `${outside} of the agents’ replies lie outside every calendar’s hours.`,
          mend: 'Check the hours and time zones of the calendars, and source.databaseTimeZone. Where people do work then, give them a calendar that says so.',
        },
      ];
};

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Built, openBuilt } from './built';

interface Remark {
  readonly kind: string;
  readonly text: string;
  readonly example?: string;
  readonly mend?: string;
}

/** Tables as CSV, each with its header. */
type Desk = Readonly<Record<string, readonly string[]>>;

const DAYS = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2026, 5, 1 + i)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));

/** 30 working days of an office that works from 9 to 17, by its own clocks, four tickets a day; closes to the second, or on the hour. */
function office(closedAt: (day: string, i: number) => string = (day, i) => `${day} 16:2${i}:1${i}`): Desk {
  const tickets = DAYS.flatMap((day) => [0, 1, 2, 3].map((i) => ({ id: `${day}/${i}`, day, i })));
  return {
    ticket: ['ticket_id,created_at,closed_at,status', ...tickets.map(({ id, day, i }) => `${id},${day} 08:5${i}:17,${closedAt(day, i)},closed`)],
    message: [
      'message_id,ticket_id,sent_at,author_kind,author_id',
      ...tickets.map(({ id, day, i }) => `c${id},${id},${day} 08:5${i}:17,customer,`),
      ...tickets.map(({ id, day, i }) => `a${id},${id},${day} ${['09', '11', '14', '16'][i]}:3${i}:23,agent,ann`),
    ],
    agent: ['agent_id,name', 'ann,Ann'],
    calendar: ['calendar_id,time_zone', 'office,Europe/Amsterdam'],
    calendar_hours: ['calendar_id,weekday,start,end', ...[1, 2, 3, 4, 5].map((day) => `office,${day},09:00,17:00`)],
  };
}

describe('what looks wrong in a helpdesk’s rows', () => {
  let built: Built;
  let desks = 0;
  beforeAll(() => {
    built = openBuilt();
  }, 60_000);
  afterAll(() => built.close());

  /** What “Save & test” finds contradictory and suspicious. */
  async function found(desk: Desk, source: object = {}): Promise<readonly Remark[]> {
    const name = `desk${++desks}`;
    mkdirSync(join(built.folder, name));
    for (const [table, lines] of Object.entries(desk)) {
      writeFileSync(join(built.folder, name, `${table}.csv`), lines.join('\n'));
    }
    const settings = built.files(name);
    const jsonData = settings.jsonData as { source: object };
    const client = await built.start({ ...settings, jsonData: { ...jsonData, source: { ...jsonData.source, ...source } } });
    const { details } = await client.health();
    await client.stop();
    return (details as { remarks: readonly Remark[] }).remarks.filter(({ kind }) => kind === 'suspicion' || kind === 'contradiction');
  }

  it('is nothing where all is well', async () => {
    expect(await found(office(), { databaseTimeZone: 'Europe/Amsterdam' })).toEqual([]);
  }, 60_000);

  it('is local time read as UTC: the zone that would explain it is named', async () => {
    expect(await found(office())).toEqual([
      {
        kind: 'suspicion',
        text: '25 % of the agents’ replies lie outside every calendar’s hours; if their clocks were those of Europe/Amsterdam instead of UTC, 0 % would: local times may be read as UTC.',
        mend: "source.databaseTimeZone: Europe/Amsterdam; where a view gives instants with a zone, convert in it: sent_at AT TIME ZONE 'Europe/Amsterdam'.",
      },
    ]);
  }, 60_000);

  it('is who works at night, where no zone explains it', async () => {
    const day = office();
    const night = { ...day, message: day.message.map((line) => line.replace(/ (09|11|14|16):3/, ' 02:3')) };
    expect((await found(night, { databaseTimeZone: 'Europe/Amsterdam' })).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['100 % of the agents’ replies lie outside every calendar’s hours.'])
    );
  }, 60_000);

  it('is closes on full hours, replies before their ticket, agents that are none, instants to come', async () => {
    const desk = office((date, i) => `${date} 1${5 + (i % 2)}:00:00`);
    const odd: Desk = {
      ...desk,
      ticket: [...desk.ticket, 'late,2026-07-01 12:00:00,,open', 'tomorrow,2099-01-01 00:00:01,,open'],
      message: [...desk.message, 'm1,late,2026-07-01 11:59:59,customer,', 'm2,late,2026-07-01 11:59:59,agent,ghost', 'm3,late,2026-07-01 12:30:00,agent,ghost'],
    };
    const remarks = await found(odd, { databaseTimeZone: 'Europe/Amsterdam' });
    expect(remarks.map(({ text, example }) => [text, example])).toEqual([
      ['2 rows of message are older than their ticket (1 ticket): a first reply among them is in no report.', 'ticket "late"'],
      ['1 agent is named by rows and not in agent: "ghost" (2 messages).', 'agent "ghost"'],
      [
        '1 instant of ticket.created_at lies in the future, the latest is 2098-12-31T23:00:01.000Z: local times may be read as Europe/Amsterdam.',
        'ticket "tomorrow"',
      ],
      ['120 of 120 closes lie on a full hour, to the second: durations are no better than that.', expect.stringMatching(/^ticket "2026-/)],
    ]);
    expect(remarks.filter(({ mend }) => mend === undefined)).toEqual([]);
  }, 60_000);

  it('is a status that a translation forgot', async () => {
    const desk = office();
    const odd = { ...desk, ticket: [...desk.ticket, 't1,2026-07-01 12:00:07,,'] };
    expect(await found(odd, { databaseTimeZone: 'Europe/Amsterdam' })).toMatchObject([
      { text: '1 ticket without a status, while 120 have one: a translation may have forgotten a word.', example: 'ticket "t1"' },
    ]);
  }, 60_000);

  it('is a change to a word that a translation forgot, a team by its name, ratings without a score or an instant', async () => {
    const desk = office();
    const ids = desk.ticket.slice(1, 9).map((line) => line.split(',')[0]);
    const odd: Desk = {
      ...desk,
      ticket: [`${desk.ticket[0]},team_id`, ...desk.ticket.slice(1).map((line) => `${line},1`)],
      team: ['team_id,name', '1,Support'],
      ticket_event: [
        'event_id,ticket_id,at,field,to_value',
        `e1,${ids[0]},2026-06-01 09:00:00,status,open`,
        `e2,${ids[0]},2026-06-01 10:00:00,status,`,
        `e4,${ids[0]},2026-06-01 16:20:10,status,closed`,
        `e3,${ids[1]},2026-06-01 10:00:00,team,Support`,
      ],
      survey: [
        'survey_id,ticket_id,kind,scale_min,scale_max,answered_at,score',
        ...ids.map((id, i) => `s${i},${id},csat,1,5,2026-06-20 12:00:00,${i < 6 ? '' : '4'}`),
        `late,${ids[2]},csat,1,5,,3`,
      ],
    };
    const remarks = await found(odd, { databaseTimeZone: 'Europe/Amsterdam' });
    expect(remarks.map(({ text, example }) => [text, example])).toEqual([
      ['1 ticket: a change of their status does not say what it became (ticket_event).', `ticket "${ids[0]}"`],
      ['1 team is named by rows and not in team: "Support".', 'team "Support"'],
      ['6 surveys have answered_at and no score: they count as answered.', 'survey "s0"'],
      ['1 survey has a score and no answered_at: they are in no report of ratings.', 'survey "late"'],
    ]);
    expect(remarks.filter(({ mend }) => mend === undefined)).toEqual([]);
  }, 60_000);

  it('is messages of one side alone', async () => {
    const desk = office();
    const remarks = await found(
      { ...desk, message: desk.message.map((line) => line.replace(',agent,', ',customer,')) },
      { databaseTimeZone: 'Europe/Amsterdam' }
    );
    expect(remarks.map(({ text }) => text)).toEqual(['No public message is by an agent, and 240 are by customers: no reply can be measured.']);
  }, 60_000);
});

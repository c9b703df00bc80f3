import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';

const RANGE = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-05-08T00:00:00Z') };
const FILES = {
  'ticket.csv': 'ticket_id,created_at,closed_at,owner_id\n1,2026-05-04T08:00:00.000Z,2026-05-04T09:00:00.000Z,a1\n',
  'agent.csv': 'agent_id,name,calendar_id\na1,Ann,office\n',
  'calendar.csv': 'calendar_id,name,time_zone\noffice,Office,UTC\n',
  'calendar_hours.csv': 'calendar_id,weekday,start,end\noffice,1,09:00,17:00\n',
  'survey.csv': 'survey_id,ticket_id,kind,scale_min,scale_max,sent_at,answered_at,score\ns1,1,csat,1,5,2026-05-04T10:00:00.000Z,2026-05-04T11:00:00.000Z,4\n',
};

describe('settings that name nothing, through the built backend', () => {
  let built: Built;
  beforeAll(() => {
    built = openBuilt();
    const folder = join(built.folder, 'settings');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(FILES)) {
      writeFileSync(join(folder, name), text);
    }
  }, 120_000);
  afterAll(() => built.close());

  async function withSettings(more: Readonly<Record<string, unknown>>, work: (client: PluginClient) => Promise<void>): Promise<void> {
    const client = await built.start({ ...built.files('settings', more), secureJsonData: {} });
    try {
      await work(client);
    } finally {
      await client.stop();
    }
  }

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ timeZone: 'Mars/Base' }, 'The setting "timeZone" "Mars/Base" is not a time zone.'],
    [{ source: { type: 'files', path: __dirname, readTimeout: '99999d' } }, 'The setting "source.readTimeout" is at least 1s and at most 1d.'],
    [
      { defaultCalendar: 'ofice' },
      'The setting "defaultCalendar" names the calendar "ofice", which neither the helpdesk nor the settings have. Did you mean "office"?',
    ],
    [{ agentCalendars: { a1: 'nights' } }, 'gives the agent "a1" the calendar "nights", which neither the helpdesk nor the settings have.'],
    [{ agentCalendars: { ann: 'office' } }, 'names the agent "ann", whom the helpdesk does not have'],
    [{ topBox: { '1-4': 0.5 } }, 'The setting "topBox" names the scale "1-4", which no survey of the helpdesk has. Did you mean "1-5"?'],
  ])(
    '“Save & test” refuses %j',
    async (more, sentence) => {
      await withSettings(more, async (client) => {
        const { ok, message } = await client.health();
        expect({ ok, message }).toEqual({ ok: false, message: expect.stringContaining(sentence) as unknown });
      });
    },
    60_000
  );

  it('a panel is warned where its numbers are touched, and a rule gets an error, never no data', async () => {
    await withSettings({ defaultCalendar: 'ofice' }, async (client) => {
      expect((await client.health()).ok).toBe(false);
      const ask = async (metric: string, hours: string, fromAlert: boolean) =>
        (await client.query([{ refId: 'A', json: { metric, hours, view: 'totals', groupBy: [] }, ...RANGE }], { fromAlert })).get('A');
      const sentence = expect.stringMatching(/^The setting "defaultCalendar" names the calendar "ofice"/) as unknown;
      expect((await ask('time_to_close', 'sla', false))?.frames[0].meta.notices).toContainEqual({ severity: 'warning', text: sentence });
      // what a rule gets is sent around: no agent and no calendar of the settings is in it
      expect(await ask('time_to_close', 'sla', true)).toMatchObject({
        status: 400,
        error: expect.stringMatching(/^The data source’s settings have a mistake\. An administrator sees more/),
        frames: [],
      });
      expect(await ask('time_to_close', 'all', true)).toMatchObject({ status: 200, error: '' });
      expect((await ask('opened', 'all', false))?.frames[0].meta.notices ?? []).toEqual([]);
    });
  }, 60_000);

  it('settings that name what there is pass', async () => {
    await withSettings(
      { defaultCalendar: 'office', agentCalendars: { a1: 'mine' }, calendars: [{ id: 'mine', timeZone: 'UTC' }], topBox: { '1-5': 0.5 } },
      async (client) => {
        expect((await client.health()).message).toMatch(/^Connected: 1 tickets/);
      }
    );
  }, 60_000);
});

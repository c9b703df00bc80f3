import { POSTGRES } from '../../../src/backend/sources/connections/postgres/flavour';
import type { DocumentRow } from '../../../src/backend/sources/layouts/layout';
import { ticketSla } from '../../../src/backend/sources/layouts/zammad/slas';
import { EVERYTHING } from '../../../src/backend/sources/testing/columns-read';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { placeInPostgres } from '../in-postgres';
import { at } from './desk';
import { type Opened, openZammad } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');
const HASH = '!ruby/hash:ActiveSupport::HashWithIndifferentAccess';

describeWithPostgres('which SLA a ticket of Zammad has', (server) => {
  let opened: Opened;
  let tickets: readonly number[];
  beforeAll(async () => {
    opened = await openZammad(await placeInPostgres(server()), []);
    const { desk } = opened;
    const asker = await desk.customer('c10');
    const high = desk.number('ticket_priorities', '3 high');
    tickets = [
      await desk.ticket(1, asker, NOON, { organization_id: 1 }),
      await desk.ticket(2, asker, NOON, { priority_id: high, title: 'Printer on fire', owner_id: 3 }),
      await desk.ticket(3, asker, NOON, { group_id: desk.number('groups', 'Users'), plan: 'gold' }),
    ];
    await desk.insert('object_manager_attributes', {
      object_lookup_id: desk.number('object_lookups', 'Ticket'),
      name: 'plan',
      display: 'Plan',
      data_type: 'select',
    });
    const item = await desk.insert('tag_items', { name: 'vip' });
    await desk.insert('tags', { tag_item_id: item, tag_object_id: desk.number('tag_objects', 'Ticket'), o_id: tickets[0] });
    await desk.insert('calendars', { name: 'Office', timezone: 'Europe/Amsterdam' });
  });
  afterEach(() => opened.place.run('DELETE FROM slas'));
  afterAll(() => opened.close());

  const sla = (name: string, condition: string | null, more: object = {}): Promise<number> =>
    opened.desk.insert('slas', { calendar_id: 1, name, condition, first_response_time: 60, ...more });
  /** The SLA of each ticket by its name; of one that has none, null. */
  async function had(): Promise<Array<string | null>> {
    const names = new Map((await opened.place.rows<{ id: number; name: string }>('SELECT id, name FROM slas')).map(({ id, name }) => [String(id), name]));
    const rows = ((await opened.rows()).ticket_sla ?? []).filter(({ from, to }) => to !== from);
    return tickets.map((id) => names.get(String(rows.find((row) => row.ticket_id === String(id))?.policy_id)) ?? null);
  }
  const yaml = (...tests: ReadonlyArray<readonly [name: string, operator: string, value: string]>): string =>
    `--- ${HASH}\n${tests.map(([name, operator, value]) => `${name}: ${HASH}\n  operator: ${operator}\n  value: ${value}\n`).join('')}`;

  it('is the only one, where that asks for nothing', async () => {
    await sla('Standard', '--- {}\n');
    expect(await had()).toEqual(['Standard', 'Standard', 'Standard']);
  });

  it('is the first by name whose condition holds, else the last without a condition', async () => {
    const { desk } = opened;
    await sla('C everybody', null);
    await sla('D everybody else', '');
    await sla('B support', yaml(['ticket.group_id', 'is', `['${desk.number('groups', 'Support')}']`]));
    await sla('A high', yaml(['ticket.priority_id', 'is', String(desk.number('ticket_priorities', '3 high'))]));
    expect(await had()).toEqual(['B support', 'A high', 'D everybody else']);
  });

  it.each<[string, string, readonly number[]]>([
    ['is not', yaml(['ticket.organization_id', 'is not', '1']), [2, 3]],
    ['is not, of several', yaml(['ticket.organization_id', 'is not', `['1', '7']`]), [2, 3]],
    ['both', yaml(['ticket.organization_id', 'is', '1'], ['ticket.owner_id', 'is', '3']), []],
    ['nobody’s', `ticket.owner_id:\n  operator: is\n  pre_condition: not_set\n`, [1, 3]],
    ['somebody’s', `ticket.owner_id:\n  operator: is not\n  pre_condition: not_set\n`, [2]],
    ['somebody in particular', `ticket.owner_id:\n  operator: is\n  pre_condition: specific\n  value: '3'\n`, [2]],
    ['words of the title', yaml(['ticket.title', 'contains', 'printer on FIRE']), [2]],
    ['not these words', yaml(['ticket.title', 'contains not', `'%'`]), [1, 2, 3]],
    ['a tag', yaml(['ticket.tags', 'contains one', 'vip, other']), [1]],
    ['all tags', yaml(['ticket.tags', 'contains all', 'vip, other']), []],
    ['an attribute of the administrator’s', yaml(['ticket.plan', 'is', 'gold']), [3]],
    ['an attribute that is empty', yaml(['ticket.plan', 'is', `''`]), [1, 2]],
    ['an attribute, one of', yaml(['ticket.plan', 'is any of', `[gold, silver]`]), [3]],
    ['an attribute, none of', yaml(['ticket.plan', 'is none of', `[gold, silver]`]), [1, 2]],
    ['a quote', yaml(['ticket.title', 'is', `"it's"`]), []],
    [
      'blocks, as Zammad 6 has them',
      JSON.stringify({
        operator: 'OR',
        conditions: [
          { name: 'ticket.organization_id', operator: 'is', value: ['1'] },
          { operator: 'NOT', conditions: [{ name: 'ticket.plan', operator: 'is', value: '' }] },
        ],
      }),
      [1, 3],
    ],
  ])('reads conditions: %s', async (_, condition, expected) => {
    const documents = (name: string): readonly DocumentRow[] =>
      name === 'slas' ? [{ id: '1', name: 'Asked', condition }] : name === 'customAttributes' ? [{ name: 'plan', data_type: 'select' }] : [];
    const select = ticketSla.select(POSTGRES, { ...EVERYTHING, documents });
    const rows = await opened.place.rows<{ ticket_id: number }>(`SELECT ticket_id FROM (${select}) AS had WHERE "to" IS NULL ORDER BY ticket_id`);
    expect(rows.map(({ ticket_id: id }) => tickets.indexOf(id) + 1)).toEqual(expected);
  });

  it.each([
    ['customer.vip', yaml(['customer.vip', 'is', 'true']), 'its condition asks whether customer.vip is'],
    ['a time', yaml(['ticket.created_at', 'before (relative)', '3']), 'its condition asks whether ticket.created_at before (relative)'],
    ['the current user', `ticket.owner_id:\n  operator: is\n  pre_condition: current_user.id\n`, 'its condition asks for current_user.id'],
    ['what is no YAML', 'a: [1', 'Flow sequence'],
  ])('says whose condition cannot be told here, and gives it to nobody: %s', async (_, condition, why) => {
    await sla('A', condition);
    await sla('B', null);
    expect(await had()).toEqual(['B', 'B', 'B']);
    expect(await opened.remarks()).toContainEqual(expect.stringContaining(`Which tickets have the SLA "A" cannot be told, so that none has it: ${why}`));
  });

  it('promises minutes in the hours of its calendar; clocks stand still in states that do not escalate', async () => {
    const standard = await sla('Standard', null, { first_response_time: 60, response_time: 30, update_time: null, solution_time: 0 });
    await sla('Old', null, { first_response_time: null, update_time: 240 });
    expect(
      (await opened.rows()).sla_target.map((row) => [Number(row.policy_id) - standard, row.clock, row.target_seconds, row.calendar_id, row.pauses])
    ).toEqual([
      [0, 'first_reply', 3600, 'calendar-1', true],
      [0, 'next_reply', 1800, 'calendar-1', true],
      [1, 'next_reply', 14_400, 'calendar-1', true],
    ]);
  });
});

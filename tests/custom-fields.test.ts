import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { ClientSettings, PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';
import { helpdesk, ticket } from './oracle/builders';
import { writeHelpdesk } from './oracle/write';

/** More different values than a custom field may have. */
const MANY = 1_001;
const ODD = 'plan / “2”?#&=% $vip';

describe('tickets’ own attributes, asked for as editors do', () => {
  let built: Built;
  let client: PluginClient;
  let settings: ClientSettings;

  beforeAll(async () => {
    built = openBuilt();
    const folder = join(built.folder, 'desk');
    mkdirSync(folder);
    await writeHelpdesk(
      helpdesk({
        ticket: Array.from({ length: MANY }, (_, i) =>
          ticket(`t${i}`, '2025-03-01 10:00', { attributes: { plan: i % 2 === 0 ? 'gold' : 'free', serial: i, ...(i < 2 ? { [ODD]: `$v${i}` } : {}) } })
        ),
      }),
      folder
    );
    settings = built.files('desk');
    client = await built.start(settings);
    await client.health();
  }, 60_000);
  afterAll(() => built.close());

  const get = async (path: string) => {
    const { status, body } = await client.resource(path);
    return { status, ...(body as object) };
  };
  const values = (key: string, more: Readonly<Record<string, string>> = {}) =>
    get(`dimensions/attribute/values?${new URLSearchParams({ key, ...more }).toString()}`);
  const field = (key: string, count: number) => ({ id: `attribute.${key}`, label: key, values: count });

  it('are listed, in the catalogue too', async () => {
    const offered = [field('plan', 2), field(ODD, 2)];
    expect(await get('custom-fields')).toEqual({ status: 200, customFields: offered });
    expect(await get('catalog')).toMatchObject({ customFields: offered });
  });

  it('have values, whatever the key is: those that hold a text, and those of tickets so filtered', async () => {
    const none = { id: '(none)', name: '(none)' };
    expect(await values('plan')).toEqual({ status: 200, values: [{ id: 'free', name: 'free' }, { id: 'gold', name: 'gold' }, none], more: false });
    expect(await values('plan', { search: 'GO' })).toMatchObject({ values: [{ id: 'gold' }] });
    expect(await values(ODD)).toMatchObject({ values: [{ id: '$v0' }, { id: '$v1' }, none] });
    const filters = (own: string) => JSON.stringify([{ field: `attribute.${ODD}`, op: 'in', values: [own] }]);
    expect(await values('plan', { filters: filters('$v0') })).toMatchObject({ values: [{ id: 'gold' }, none] });
    expect(await values('plan', { filters: filters('$v1') })).toMatchObject({ values: [{ id: 'free' }, none] });
    const tickets = await get(`dimensions/ticket/values?limit=5&filters=${encodeURIComponent(filters('$v1'))}`);
    expect(tickets).toMatchObject({ values: [{ id: 't1' }, none], more: false });
  });

  it('that there are not are named, with the nearest', async () => {
    expect(await values('plam')).toEqual({ status: 404, message: 'There is no custom field "plam". Did you mean "attribute.plan"?' });
    expect(await values('plan', { filters: JSON.stringify([{ field: 'attribute.zzzzz', values: ['x'] }]) })).toMatchObject({
      status: 404,
      message: expect.stringContaining('There is no custom field "zzzzz".') as string,
    });
    expect(await values('')).toMatchObject({ status: 404 });
  });

  it('are asked for by keys that look like variables, of a rule too', async () => {
    const ask = async (groupBy: string) =>
      (await client.query([{ refId: 'A', json: { metric: 'opened', view: 'totals', groupBy: [groupBy] }, fromMs: 0, toMs: 4e12 }], { fromAlert: true })).get(
        'A'
      );
    expect((await ask(`attribute.${ODD}`))?.frames[0].fields[1].values).toEqual([1, 1, MANY - 2]);
    expect(await ask('attribute.$plan')).toMatchObject({
      status: 400,
      error: 'There is no custom field "$plan". Did you mean "attribute.plan"? It looks like a variable, and this dashboard has none of that name.',
    });
  });

  it('of too many different values are told by “Save & test”, and by whoever asks for them', async () => {
    const why = 'The custom field "serial" cannot be asked for: it has 1,001 different values, and only fields with few, that many tickets have, can.';
    expect(await values('serial')).toEqual({ status: 404, message: why });
    const [answer] = [...(await client.query([{ refId: 'A', json: { metric: 'opened', groupBy: ['attribute.serial'] }, fromMs: 0, toMs: 1 }])).values()];
    expect(answer).toMatchObject({ status: 400, error: why });
    const { message, details } = await client.health();
    expect(message).toContain('Custom fields that are left out: "serial" (1,001 different values).');
    expect(details).toMatchObject({ customFields: expect.arrayContaining([{ key: 'plan', values: 2, isOffered: true }]) as unknown });
  });
});

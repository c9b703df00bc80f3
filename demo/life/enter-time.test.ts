import { END, Helpdesk, makeSmall, temporaryFolder } from '../testing/open-helpdesk';

const folder = temporaryFolder();
let helpdesk: Helpdesk;
jest.setTimeout(60_000);

beforeAll(async () => {
  await makeSmall(folder.path, { tickets: 500 });
  helpdesk = await Helpdesk.open(folder.path);
});
afterAll(() => {
  helpdesk.close();
  folder.remove();
});

const count = async (sql: string): Promise<number> => (await helpdesk.numbers(`SELECT count(*) AS n FROM ${sql}`)).n;

test('people enter time for some of what they did', async () => {
  expect(await helpdesk.texts('SELECT DISTINCT activity FROM time_entry WHERE activity IS NOT NULL ORDER BY 1')).toEqual([
    'Answering',
    'Chat',
    'Phone',
    'Research',
  ]);
  expect(await count(`time_entry WHERE activity IS NULL`)).toBeGreaterThan(0);
  expect(await count(`time_entry WHERE seconds < 60 OR "at" >= TIMESTAMP '${END.replace('Z', '')}'`)).toBe(0);
  const { share } = await helpdesk.numbers(`SELECT (SELECT count(*) FROM time_entry) / (SELECT count(*) FROM ticket) AS share`);
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(2);
});

test('each entry has an id of its own, a ticket that there is and a person', async () => {
  expect(await count(`(SELECT entry_id FROM time_entry GROUP BY 1 HAVING count(*) > 1)`)).toBe(0);
  expect(await count(`time_entry ANTI JOIN ticket USING (ticket_id)`)).toBe(0);
  expect(await count(`time_entry WHERE agent_id NOT IN (SELECT agent_id FROM agent WHERE NOT is_bot)`)).toBe(0);
});

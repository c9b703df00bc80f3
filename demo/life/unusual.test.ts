import { Helpdesk, makeSmall, temporaryFolder } from '../testing/open-helpdesk';

const folder = temporaryFolder();
let helpdesk: Helpdesk;
jest.setTimeout(60_000);

beforeAll(async () => {
  await makeSmall(folder.path);
  helpdesk = await Helpdesk.open(folder.path);
});
afterAll(() => {
  helpdesk.close();
  folder.remove();
});

const count = async (sql: string): Promise<number> => (await helpdesk.numbers(`SELECT count(*) AS n FROM ${sql}`)).n;

test('ticket.status is where the history ends, but for those that a script closed', async () => {
  const last = `(SELECT ticket_id, arg_max(to_value, ("at", event_id)) AS last FROM ticket_event WHERE field = 'status' GROUP BY 1)`;
  expect(await count(`ticket WHERE status IS NULL OR (status IN ('closed', 'merged', 'spam')) < (closed_at IS NOT NULL)`)).toBe(0);
  expect(await count(`${last} JOIN ticket USING (ticket_id) WHERE last <> status AND closed_at IS NOT NULL`)).toBe(0);
  const unseen = await count(`ticket WHERE status = 'closed' AND closed_at IS NULL`);
  expect(unseen).toBeGreaterThan(2);
  expect(unseen).toBeLessThan(0.005 * (await count('ticket')));
  expect(await count(`${last} JOIN ticket USING (ticket_id) WHERE last <> status`)).toBeLessThanOrEqual(unseen);
});

test('some calls are entered afterwards: their tickets are closed as they are created', async () => {
  const born = await count('ticket WHERE closed_at = created_at');
  expect(born).toBe(await count(`ticket WHERE closed_at = created_at AND channel = 'phone' AND created_by = 'agent'`));
  expect(born).toBeGreaterThan(5);
  expect(born).toBeLessThan(0.02 * (await count('ticket')));
});

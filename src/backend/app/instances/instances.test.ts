import { until } from '../../../../tests/until';
import { keepingLogger } from '../../store/store.fixture';
import type { Instance } from '../instance';
import { type InstanceLimits, Instances } from './instances';
import type { PluginContext } from '../messages';

/** What happened to data sources, in order, such as "open 1/a@1". */
let log: string[];
/** How many of each have been opened. */
let opened: Map<string, number>;
let instances: Instances;
let blocked: Promise<void> | null;

const request = (uid: string, orgId = 1, updatedMs = 1, id = 1): PluginContext => ({
  orgId,
  user: null,
  grafanaConfig: {},
  instance: { id, uid, name: 'x', json: '{}', secrets: {}, updatedMs },
});

function start(limits: Partial<InstanceLimits> = {}): void {
  instances = new Instances(
    async ({ uid, id, updatedMs }, orgId) => {
      const name = `${orgId}/${uid || `#${id}`}@${updatedMs}`;
      log.push(`open ${name}`);
      if (uid === 'broken') {
        throw new Error('no settings');
      }
      opened.set(name, (opened.get(name) ?? 0) + 1);
      return {
        name,
        close: async () => {
          await (uid === 'slow' ? blocked : null);
          log.push(`close ${name}`);
        },
      } as unknown as Instance;
    },
    keepingLogger(),
    { idleMs: 60_000, most: 3, graceMs: 5_000, ...limits }
  );
}

const nameOf = (instance: Instance): Promise<string> => Promise.resolve((instance as unknown as { name: string }).name);
const ask = (...args: Parameters<typeof request>): Promise<string> => instances.use(request(...args), nameOf);

/** A request that takes until it is told to end. */
function hold(...args: Parameters<typeof request>): { readonly begun: Promise<void>; readonly ended: Promise<string>; end(): void } {
  let end = (): void => undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = instances.use(request(...args), async (instance) => {
    begin();
    await new Promise<void>((resolve) => (end = resolve));
    return nameOf(instance);
  });
  return { begun, ended, end: () => end() };
}

beforeEach(() => {
  log = [];
  opened = new Map();
  blocked = null;
  start();
});
afterEach(() => instances.closeAll());

test('a uid is another data source in another organization, and they never close each other', async () => {
  for (let round = 0; round < 3; round++) {
    expect([await ask('a', 1, 5), await ask('a', 2, 9)]).toEqual(['1/a@5', '2/a@9']);
  }
  expect(log).toEqual(['open 1/a@5', 'open 2/a@9']);
});

test('the id stands for a uid that is not there, and is no uid', async () => {
  expect([await ask('', 1, 1, 5), await ask('', 1, 1, 6), await ask('5', 1, 1, 5)]).toEqual(['1/#5@1', '1/#6@1', '1/5@1']);
});

test('one that is saved anew is opened anew; a request with older settings gets it, and closes nothing', async () => {
  const answers: string[] = [];
  for (const updatedMs of [1, 2, 1, 2, 1]) {
    answers.push(await ask('a', 1, updatedMs));
  }
  expect(answers).toEqual(['1/a@1', '1/a@2', '1/a@2', '1/a@2', '1/a@2']);
  expect(log).toEqual(['open 1/a@1', 'close 1/a@1', 'open 1/a@2']);
});

test('what was asked of it before is answered first', async () => {
  const before = hold('a', 1, 1);
  await before.begun;
  const after = ask('a', 1, 2);
  await ask('b');
  expect(log).toEqual(['open 1/a@1', 'open 1/b@1']);
  before.end();
  expect([await before.ended, await after]).toEqual(['1/a@1', '1/a@2']);
  expect(log.slice(2)).toEqual(['close 1/a@1', 'open 1/a@2']);
});

test('but not for ever', async () => {
  start({ graceMs: 20 });
  const before = hold('a', 1, 1);
  await before.begun;
  expect(await ask('a', 1, 2)).toBe('1/a@2');
  expect(log).toEqual(['open 1/a@1', 'close 1/a@1', 'open 1/a@2']);
  before.end();
  await before.ended;
});

test('one that is slow to close holds up itself only', async () => {
  let unblock = (): void => undefined;
  blocked = new Promise((resolve) => (unblock = resolve));
  await ask('slow', 1, 1);
  const again = ask('slow', 1, 2);
  expect([await ask('a'), await ask('slow', 2)]).toEqual(['1/a@1', '2/slow@1']);
  expect(log).not.toContain('open 1/slow@2');
  unblock();
  expect(await again).toBe('1/slow@2');
});

test('the one asked longest ago makes room, never one with a request under way; where all have, one more is refused', async () => {
  const [first, second] = [hold('a'), hold('b')];
  await Promise.all([first.begun, second.begun]);
  await ask('c');
  expect(await ask('d')).toBe('1/d@1');
  await Promise.all([...instances.running()].map(nameOf)).then((names) => expect(names).toEqual(['1/a@1', '1/b@1', '1/d@1']));
  const third = hold('d');
  await third.begun;
  await expect(ask('e')).rejects.toMatchObject({ status: 503, message: expect.stringContaining('All 3 data sources') });
  [first, second, third].forEach((one) => one.end());
  expect(await Promise.all([first.ended, second.ended, third.ended])).toEqual(['1/a@1', '1/b@1', '1/d@1']);
  expect(await ask('e')).toBe('1/e@1');
});

test('one that nobody asks is closed by itself; one with a request under way is not', async () => {
  start({ idleMs: 30 });
  const busy = hold('busy');
  await busy.begun;
  await ask('idle');
  await until(() => log.includes('close 1/idle@1'), 'closing', 5_000);
  expect(log).not.toContain('close 1/busy@1');
  busy.end();
  await busy.ended;
});

test('one that cannot be opened says so each time, and is not kept', async () => {
  await expect(ask('broken')).rejects.toThrow('no settings');
  await expect(ask('broken')).rejects.toThrow('no settings');
  expect([log, instances.running()]).toEqual([['open broken', 'open broken'].map(() => 'open 1/broken@1'), []]);
  await expect(instances.use({ ...request('a'), instance: null }, nameOf)).rejects.toMatchObject({ status: 400 });
});

test('stopping waits for nobody and opens nothing any more', async () => {
  const busy = hold('a', 1, 1);
  await busy.begun;
  const waiting = ask('a', 1, 2);
  const refused = expect(waiting).rejects.toMatchObject({ status: 503 });
  await instances.closeAll();
  await refused;
  expect(log).toEqual(['open 1/a@1', 'close 1/a@1']);
  await expect(ask('b')).rejects.toMatchObject({ status: 503 });
  busy.end();
  await busy.ended;
});

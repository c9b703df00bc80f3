import { request, type Server } from 'node:http';

import { httpServer } from './http';
import { listen } from './listen';
import { RequestError } from './request-error';
import { until } from '../../tests/until';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

let given: { signal?: AbortSignal } = {};

async function started(): Promise<number> {
  const server = httpServer(
    async ({ path, body, signal }) => {
      switch (path) {
        case '/echo':
          return { status: 200, body: { body } };
        case '/refused':
          throw new RequestError(404, 'Data source not found: x');
        case '/slow':
          given = { signal };
          await new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
          return { status: 200, body: {} };
        default:
          return null;
      }
    },
    [],
    async () => ({ status: 200, type: 'text/html', body: '<p>page</p>' })
  );
  servers.push(server);
  return listen(server, 0);
}

/** A request with any header: fetch does not let one choose the host. */
function ask(
  port: number,
  options: { path?: string; method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<{ status: number; text: string; type: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: options.path ?? '/', method: options.method, headers: options.headers }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

it('answers routes in JSON, errors with their status, and everything else with the page', async () => {
  const port = await started();
  expect(await ask(port, { path: '/echo', method: 'POST', body: '{"a":1}' })).toMatchObject({ status: 200, text: '{"body":{"a":1}}' });
  expect(await ask(port, { path: '/refused' })).toMatchObject({ status: 404, text: '{"message":"Data source not found: x"}' });
  expect(await ask(port, { path: '/echo', method: 'POST', body: 'no json' })).toMatchObject({ status: 400 });
  expect(await ask(port, { path: '/d/some' })).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', text: '<p>page</p>' });
});

it('refuses other sites: a foreign name of this machine, and a foreign page’s request that changes something', async () => {
  const port = await started();
  expect((await ask(port, { headers: { Host: 'evil.example' } })).status).toBe(403);
  expect((await ask(port, { path: '/echo', method: 'POST', headers: { Host: `localhost:${port}`, Origin: 'http://evil.example' }, body: '{}' })).status).toBe(
    403
  );
  expect(
    (await ask(port, { path: '/echo', method: 'POST', headers: { Host: `localhost:${port}`, Origin: `http://localhost:${port}` }, body: '{}' })).status
  ).toBe(200);
});

it('tells the handler when nobody waits any more', async () => {
  const port = await started();
  const stop = new AbortController();
  const asked = fetch(`http://127.0.0.1:${port}/slow`, { signal: stop.signal }).catch(() => 'gone');
  await until(() => given.signal !== undefined, 'the call');
  stop.abort();
  expect(await asked).toBe('gone');
  await until(() => given.signal?.aborted === true, 'the end of the call');
});

it('takes the next port where one is taken', async () => {
  const port = await started();
  const other = httpServer(
    async () => null,
    [],
    async () => ({ status: 200, body: {} })
  );
  servers.push(other);
  expect(await listen(other, port)).toBeGreaterThan(port);
});

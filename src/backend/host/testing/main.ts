import '../quiet';

import type { App, QueryAnswer, RequestQuery } from '../../app/messages';
import { encodeFrame } from '../../frames/arrow';
import { run } from '../run';

// The backend that the host's tests start: an app that does what its queries say, behind the real door.

const aborted: string[] = [];
const finished: string[] = [];
const begun: string[] = [];

async function answer({ refId, json, fromMs, toMs }: RequestQuery, signal: AbortSignal): Promise<QueryAnswer | null> {
  const { does, bytes = 0 } = JSON.parse(json) as { does: string; bytes?: number };
  switch (does) {
    case 'times':
      return {
        status: 200,
        frames: [encodeFrame({ name: 'times', refId, rows: 2, fields: [{ name: 'time', column: { type: 'time', values: [fromMs, toMs] } }] })],
      };
    case 'large':
      return {
        status: 200,
        frames: [encodeFrame({ name: 'large', refId, rows: 1, fields: [{ name: 'text', column: { type: 'string', values: ['x'.repeat(bytes)] } }] })],
      };
    case 'wait':
      begun.push(refId);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return { status: 499, error: 'Cancelled.', frames: [] };
    case 'watch':
      signal.addEventListener('abort', () => aborted.push(refId));
      finished.push(refId);
      return { status: 200, frames: [] };
    case 'freeze':
      for (;;) {
        // nothing but a signal that cannot be caught ends this
      }
    case 'forget':
      return null;
    default:
      return { status: 400, error: `Nobody can "${does}".`, errorSource: 'plugin', frames: [] };
  }
}

void run(
  (logger): App => {
    console.log('This line must not reach stdout.');
    return {
      async queryData({ queries }, signal) {
        const answers = await Promise.all(queries.map(async (query) => [query.refId, await answer(query, signal)] as const));
        return new Map(answers.flatMap(([refId, answered]) => (answered ? [[refId, answered] as const] : [])));
      },
      async checkHealth({ instance }) {
        const secret = Object.values(instance?.secrets ?? {}).join();
        logger.info(`Connecting with ${secret}`, { url: `postgres://user:${encodeURIComponent(secret)}@host` });
        return { ok: true, message: `Connected with ${secret}.`, details: { verboseMessage: secret } };
      },
      async callResource({ context, path, method, url, body }, signal) {
        switch (path) {
          case 'echo':
            return { status: 418, body: { method, url, body: new TextDecoder().decode(body), context } };
          case 'fail':
            throw new Error('A driver’s own words.');
          case 'wait':
            await new Promise((resolve) => signal.addEventListener('abort', resolve));
            aborted.push('resource');
            return { status: 499, body: null };
          default:
            return { status: 200, body: { aborted, finished, begun } };
        }
      },
      collectMetrics: async () => 'answers 1\n',
      stop: () => (process.env.NEVER_STOPS ? new Promise(() => undefined) : Promise.resolve()),
    };
  },
  { patience: process.env.PATIENCE ? Number(process.env.PATIENCE) : undefined }
);

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { RequestError } from './request-error';

/** A request, read. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query as they came. */
  readonly url: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/** An answer: JSON where it is an object, else text. */
export interface Answered {
  readonly status: number;
  readonly type?: string;
  readonly body: unknown;
}

/** Answers a request, or passes it on with null. */
export type Handler = (asked: Asked) => Promise<Answered | null>;
type Files = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const LARGEST_BODY = 5_000_000;

/** A server of this machine only: `handler` first, then files, then `page`. */
export function httpServer(handler: Handler, files: readonly Files[], page: Handler): Server {
  return createServer((request, response) => {
    const stop = new AbortController();
    // nobody waits for the answer any more: the backend may stop computing it
    response.once('close', () => stop.abort());
    const answered = async (by: Handler) => {
      const answer = await by(await read(request, stop.signal));
      if (answer) {
        send(request, response, answer);
      }
      return answer !== null;
    };
    const failed = (error: unknown) => {
      if (!stop.signal.aborted) {
        const { status, message } = error instanceof RequestError ? error : { status: 500, message: error instanceof Error ? error.message : String(error) };
        send(request, response, { status, body: { message } });
      }
    };
    Promise.resolve()
      .then(() => onlyFromHere(request))
      .then(() => answered(handler))
      .then((isDone) => {
        if (!isDone) {
          const next = (rest: readonly Files[]): void =>
            rest.length > 0 ? rest[0](request, response, () => next(rest.slice(1))) : void answered(page).catch(failed);
          next(files);
        }
      })
      .catch(failed);
  });
}

/** Other sites' pages may not speak to this server, neither by a name of theirs that leads here nor by a form. */
function onlyFromHere({ headers, method }: IncomingMessage): void {
  const { host = '', origin } = headers;
  const isLocal = (name: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(name);
  if (!isLocal(host) || (origin !== undefined && method !== 'GET' && origin !== `http://${host}`)) {
    throw new RequestError(403, 'The preview answers this machine only.');
  }
}

async function read(request: IncomingMessage, signal: AbortSignal): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split('; ').map((one) => one.split('=', 2)));
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    url: request.url ?? '/',
    cookies: cookies as Record<string, string>,
    body: await readBody(request),
    signal,
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return undefined;
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LARGEST_BODY) {
      throw new RequestError(413, 'The request is too large.');
    }
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw new RequestError(400, 'The request is not JSON.');
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, type = 'application/json', body }: Answered): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const isPacked = text.length > 1400 && String(request.headers['accept-encoding'] ?? '').includes('gzip');
  const bytes = isPacked ? gzipSync(text, { level: 4 }) : Buffer.from(text);
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

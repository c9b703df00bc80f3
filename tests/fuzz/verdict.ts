import { decodeFrame } from '../../tools/door/decode';
import { type Input, type Part, type Reply, sent } from './input';
import { OTHERS, SECRET, type World } from './world';

/** What an input did that none may. `kind` stays the same while its input is made smaller. */
export interface Fault {
  readonly kind: string;
  readonly says: string;
}

/** The longest sentence, in characters: what a panel can show. */
const LONGEST_MESSAGE = 4_000;
/** The longest statement shown in Grafana's query inspector, in characters. */
const LONGEST_STATEMENT = 200_000;
/** The most bytes of one answer. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

// gRPC's codes: the caller's own limit; a message too large; a call that cannot be read
const DEADLINE_EXCEEDED = 4;
const REFUSED = new Set([3, 8]);

/** Words that only drivers, engines and stack traces use. */
const INSIDES =
  /\n\s+at |node:internal|(?:backend|forecaster)\.js|\bat \w+ \(|(?:Binder|Parser|Catalog|Conversion|Constraint|Invalid Input|Out of Range|INTERNAL|IO) Error|SQLSTATE|ENOENT|ECONNREFUSED|EACCES|TypeError|RangeError|undefined is not|Cannot read propert/;

/** Every fault of a reply; none where it is as it should be. */
export function faultsOf(input: Input, reply: Reply, world: World): Fault[] {
  if (reply.failure) {
    const { code, words } = reply.failure;
    return code === DEADLINE_EXCEEDED
      ? [{ kind: 'hang', says: `no answer within ${Math.round(reply.ms / 1000)} s` }]
      : REFUSED.has(code)
        ? []
        : [{ kind: `gRPC ${code}`, says: words.slice(0, 200) }];
  }
  const wanted = input.call === 'query' ? (input.queries ?? []).map(({ refId = 'A' }) => sent(refId)) : [input.call];
  const missing = wanted.filter((name) => !reply.parts.some((part) => part.name === name));
  return [
    ...missing.map((name) => ({ kind: 'no answer', says: `the query ${JSON.stringify(name)} has no answer` })),
    ...reply.parts.flatMap((part) => partFaults(input, part, world)),
  ];
}

function partFaults(input: Input, part: Part, world: World): Fault[] {
  const faults: Fault[] = [];
  const fault = (kind: string, says: string) => void faults.push({ kind, says });
  const { status, message, frames, body } = part;
  if (status === 500 || /failed inside the plugin/.test(message)) {
    fault('500', message.slice(0, 200));
  }
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    fault('status', `a status of ${status}`);
  }
  if (status >= 400 && message === '') {
    fault('silence', `a status of ${status} without a sentence`);
  }
  if (message.length > LONGEST_MESSAGE) {
    fault('long message', `${message.length.toLocaleString('en')} characters: ${message.slice(0, 100)}…`);
  }
  if (input.call !== 'query' && body !== '' && !isJson(body)) {
    fault('not JSON', body.slice(0, 100));
  }
  const bytes = body.length + frames.reduce((sum, frame) => sum + frame.length, 0);
  if (bytes > LARGEST_ANSWER) {
    fault('large answer', `${bytes.toLocaleString('en')} bytes`);
  }
  return [...faults, ...frameFaults(part), ...leaks(input, part, world)];
}

function frameFaults({ name, frames }: Part): Fault[] {
  return frames.flatMap((bytes): Fault[] => {
    try {
      const frame = decodeFrame(bytes);
      const { executedQueryString = '', notices = [] } = frame.meta;
      const notice = notices.find(({ text }) => text.length > LONGEST_MESSAGE);
      return [
        ...(executedQueryString.length > LONGEST_STATEMENT
          ? [{ kind: 'long statement', says: `${executedQueryString.length.toLocaleString('en')} characters` }]
          : []),
        ...(notice ? [{ kind: 'long notice', says: `${notice.text.length.toLocaleString('en')} characters: ${notice.text.slice(0, 100)}…` }] : []),
        ...(frame.fields.some(({ values }) => values.length !== frame.rows) ? [{ kind: 'ragged frame', says: 'fields of different lengths' }] : []),
        ...(frame.refId !== name ? [{ kind: 'refId', says: `a frame of ${JSON.stringify(name)} says ${JSON.stringify(frame.refId)}` }] : []),
      ];
    } catch (error) {
      return [{ kind: 'undecodable', says: String(error).slice(0, 200) }];
    }
  });
}

/** What may not be read in an answer: insides, another's rows, secrets; and paths by those who did not write them. */
function leaks(input: Input, { message, frames, body }: Part, world: World): Fault[] {
  const asked = JSON.stringify(input);
  const everything = [message, body, ...frames.map((frame) => Buffer.from(frame).toString('latin1'))];
  const faults: Fault[] = [];
  const inside = INSIDES.exec(message)?.[0];
  if (inside !== undefined && !asked.includes(inside.trim())) {
    faults.push({ kind: 'insides', says: `"${inside.trim()}" in: ${message.slice(0, 200)}` });
  }
  if (input.source === undefined && everything.some((text) => text.includes(OTHERS)) && !asked.includes(OTHERS)) {
    faults.push({ kind: 'another’s rows', says: 'rows of another data source' });
  }
  if (everything.some((text) => text.includes(SECRET)) && !asked.includes(SECRET)) {
    faults.push({ kind: 'secret', says: message.slice(0, 200) });
  }
  const isAdmin = input.user?.role === 'Admin';
  if (!isAdmin && everything.some((text) => text.includes(world.folder))) {
    faults.push({
      kind: 'path',
      says: `a folder of this machine is named to a ${input.user === null ? 'nobody' : (input.user?.role ?? 'Viewer')}: ${message.slice(0, 200)}`,
    });
  }
  return faults;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

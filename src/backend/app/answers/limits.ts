import { ANSWER_BYTES } from '../../../shared/bounds';
import { type Budget, OWN_BUDGET, type Room } from '../../query/answer/cells';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { Frame } from '../../frames/frame';
import { encodeFrame, encoding } from '../../frames/arrow';
import type { Caller } from '../access/caller';
import type { PluginContext, QueryAnswer } from '../messages';
import { Problem } from '../access/problem';

/** Rows of one statement where Grafana sets no limit of its own. */
const MOST_ROWS = 1_000_000;

type Config = Pick<PluginContext, 'grafanaConfig'>;

/** Grafana's own limit on rows, or the plugin's. */
export function rowLimit({ grafanaConfig }: Config): number {
  return limitIn(grafanaConfig.GF_SQL_ROW_LIMIT) ?? MOST_ROWS;
}

/** How many numbers an answer may hold: no more than Grafana's limit of rows, or the plugin's own. */
export function cellBudget(config: Config): Budget {
  const limit = rowLimit(config);
  return limit < OWN_BUDGET.cells ? { cells: limit, past: `more rows than ${whose(limit, config)}` } : OWN_BUDGET;
}

/** The most rows of numbers that groups with room have: more are more groups. */
export function rowsOf({ edges }: Plan, { groups }: Room): number {
  return groups * (edges ? edges.length - 1 : 1);
}

/** What to say of an answer that a limit cuts. A rule gets an error: it reads no warning, and what is cut off would never alert. */
export function cutRows(limit: number, config: Config, caller: Caller): Notice {
  return cut(
    caller,
    `Only the first ${count(limit)} rows are shown: narrow the query or raise its limit.`,
    `The answer has more rows than ${whose(limit, config)}: group by less, or set the query’s limit.`
  );
}

/** Encodes frames up to Grafana's limit of bytes, and no more of them, by work that yields between its pieces; what is cut is said on the first. */
export function* encodeWithin(frames: readonly Frame[], { grafanaConfig }: Config, caller: Caller): Generator<void, Uint8Array[]> {
  const limit = limitIn(grafanaConfig.GF_RESPONSE_LIMIT) ?? Infinity;
  const encoded: Uint8Array[] = [];
  let bytes = 0;
  for (const frame of frames) {
    const next = yield* encoding(frame);
    yield;
    bytes += next.length;
    if (bytes > limit) {
      return cutShort(frames, encoded, limit, caller);
    }
    encoded.push(next);
  }
  return encoded;
}

/** The room that one request's answers have together. Whoever finds none is refused, before anything is read where it is known by then: throws a Problem. */
export class AnswerBytes {
  private left = ANSWER_BYTES;

  /** Refuses where all of it is taken. */
  check(): void {
    if (this.left < 0) {
      throw new Problem(
        413,
        `The answers of this request have more than ${count(ANSWER_BYTES / 1_000_000)} MB together: group by less, set limits, or ask fewer queries at a time.`
      );
    }
  }

  /** Takes what an answer needs. */
  take(answer: QueryAnswer): QueryAnswer {
    this.left -= answer.frames.reduce((sum, { length }) => sum + length, 0);
    this.check();
    return answer;
  }
}

function cutShort(frames: readonly Frame[], kept: readonly Uint8Array[], limit: number, caller: Caller): Uint8Array[] {
  const whose = `Grafana’s response limit of ${count(limit)} bytes`;
  const notice = cut(
    caller,
    frames.length === 1
      ? `The answer does not fit ${whose}: narrow the query.`
      : `Only ${count(kept.length)} of ${count(frames.length)} series fit ${whose}: narrow the query.`,
    `The answer does not fit ${whose} (GF_RESPONSE_LIMIT): group by less, or set the query’s limit.`
  );
  const [first] = frames;
  const said = { ...first, meta: { ...first.meta, notices: [...(first.meta?.notices ?? []), notice] } };
  return [encodeFrame(kept.length === 0 ? { ...said, rows: 0, fields: [] } : said), ...kept.slice(1)];
}

function whose(limit: number, { grafanaConfig }: Config): string {
  return limitIn(grafanaConfig.GF_SQL_ROW_LIMIT) === null ? `the plugin’s limit of ${count(limit)}` : `Grafana’s limit of ${count(limit)} (GF_SQL_ROW_LIMIT)`;
}

function cut(caller: Caller, warning: string, error: string): Notice {
  if (caller.alert) {
    throw new Problem(413, error);
  }
  return { severity: 'warning', text: warning };
}

/** One of Grafana's limits; null where it is 0, absent or no whole number. */
function limitIn(setting: string | undefined): number | null {
  const limit = Number(setting ?? 0);
  return Number.isSafeInteger(limit) && limit > 0 ? limit : null;
}

function count(rows: number): string {
  return rows.toLocaleString('en');
}

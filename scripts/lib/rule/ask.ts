import type { ClientAnswer, ClientQuery, PluginClient } from '../../../tools/door/client';
import type { Answer } from './outcome';
import type { Rule, RuleQuery } from './rule';
import { valuesOf } from './values';

/** A rule at an instant, with what its queries answered there. */
export interface Evaluation {
  readonly rule: Rule;
  readonly atMs: number;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** A stretch of the past, in epoch milliseconds, both ends included. */
export interface Past {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Queries of one request: the backend takes a hundred, and works on ten at a time. */
const QUERIES = 60;
/** Requests under way: while one is waited for, the next are answered. */
const AT_ONCE = 3;

/** The instants at which a group of an interval is evaluated: whole multiples of it since 1970, as the scheduler counts, without its jitter. */
export function instantsOf(intervalMs: number, { fromMs, toMs }: Past): number[] {
  const first = Math.ceil(fromMs / intervalMs);
  return Array.from({ length: Math.max(0, Math.floor(toMs / intervalMs) - first + 1) }, (_, i) => (first + i) * intervalMs);
}

/** A query as it is asked at an instant: its stretch before that instant, which is also its “now”. */
export function queryAt({ model, fromMs, toMs }: RuleQuery, atMs: number): Omit<ClientQuery, 'refId'> {
  return { json: { asOf: atMs, ...model }, fromMs: atMs - fromMs, toMs: atMs - toMs };
}

/** Asks what rules would have asked over the past, in the order of time; `onProgress` is told how many of all evaluations are done. */
export async function* evaluations(
  client: Pick<PluginClient, 'query'>,
  rules: readonly Rule[],
  past: Past,
  onProgress: (done: number, all: number) => void = () => undefined
): AsyncGenerator<Evaluation> {
  const due = rules.flatMap((rule) => instantsOf(rule.intervalMs, past).map((atMs) => ({ rule, atMs }))).sort((a, b) => a.atMs - b.atMs);
  const batches = batched(due);
  const begun = (batch: readonly Due[]) => {
    const asked = ask(client, batch);
    // whoever waits for it hears of a failure; until then it is nobody's
    asked.catch(() => undefined);
    return asked;
  };
  const underWay = batches.splice(0, AT_ONCE).map(begun);
  let done = 0;
  for (let next = underWay.shift(); next; next = underWay.shift()) {
    const answered = await next;
    underWay.push(...batches.splice(0, 1).map(begun));
    done += answered.length;
    yield* answered;
    onProgress(done, due.length);
  }
}

type Due = Omit<Evaluation, 'answers'>;

const queriesOf = ({ steps }: Rule) => steps.filter((step) => step.kind === 'query');

/** As many evaluations as make one request. */
function batched(due: readonly Due[]): Due[][] {
  const batches: Due[][] = [];
  let room = 0;
  for (const one of due) {
    const queries = queriesOf(one.rule).length;
    if (queries > room) {
      batches.push([]);
      room = QUERIES;
    }
    batches[batches.length - 1].push(one);
    room -= queries;
  }
  return batches;
}

/** What several rules ask alike is asked once. */
async function ask(client: Pick<PluginClient, 'query'>, batch: readonly Due[]): Promise<readonly Evaluation[]> {
  const asked = new Map<string, ClientQuery>();
  const wanted = batch.map(({ rule, atMs }) =>
    queriesOf(rule).map((step) => {
      const query = queryAt(step, atMs);
      const key = JSON.stringify({ ...query, json: { ...(query.json as object), refId: undefined } });
      const one = asked.get(key) ?? { ...query, refId: `Q${asked.size}` };
      asked.set(key, one);
      return { refId: step.refId, asked: one.refId };
    })
  );
  const answers = await client.query([...asked.values()], { fromAlert: true });
  return batch.map((due, i) => ({ ...due, answers: new Map(wanted[i].map((one) => [one.refId, answerOf(answers.get(one.asked))])) }));
}

/** What an alert rule makes of an answer. */
export function answerOf(answer: Pick<ClientAnswer, 'error' | 'frames'> | undefined): Answer {
  return answer === undefined || answer.error !== '' ? { error: answer?.error ?? 'No answer.' } : { values: valuesOf(answer.frames) };
}

import type { Frame } from '../../frames/frame';
import { metricFrames } from '../../frames/metric-frames';
import { checkTargets } from '../../query/answer/beyond';
import { planning } from '../../query/plan';
import { inTurns } from '../../turns';
import { checkSurveyAccess } from '../access/survey-access';
import type { AdmittedQuery } from '../gate/gate';
import type { Instance } from '../instance';
import type { QueryAnswer } from '../messages';
import { events } from './events';
import { frameContext } from './frame-context';
import { freshnessNotices } from './freshness';
import { freshnessQuery } from './freshness-query';
import { encodeWithin } from './limits';
import { numbers } from './numbers';
import { prepared } from './prepared';
import { records } from './records';
import { leased, type Request, requestOf, type RequestScope } from './request';
import { scorecard } from './scorecard';
import { unread, untilReadable } from './until-readable';

/**
 * Answers one query, which the gate has let in and read. In order: plan (judge, then settle) → may the caller see it → wait for data → what must be said
 * of it → compile, run, answer, compare → frames, with analyses among them → bytes. Throws what asProblem understands.
 */
export async function answerQuery(instance: Instance, admitted: AdmittedQuery, scope: RequestScope, signal: AbortSignal): Promise<QueryAnswer> {
  const request = requestOf(instance, admitted, scope, signal);
  const frames = await answererOf(request)(request);
  return { frames: await inTurns(encodeWithin(frames, request, request.caller), signal), status: 200 };
}

function answererOf({ query: { kind } }: Request): (request: Request) => Promise<Frame[]> {
  switch (kind) {
    case 'events':
      return events;
    case 'freshness':
      return freshnessQuery;
    case 'scorecard':
      return scorecard;
    default:
      return ofMetric;
  }
}

/** A metric's numbers or records. */
async function ofMetric(request: Request): Promise<Frame[]> {
  const { instance, query, context, caller, notices, signal } = request;
  const plan = await inTurns(planning(query, context), signal);
  checkTargets(plan, instance.settings.targets);
  checkSurveyAccess(plan.metric.fact, instance.settings, caller);
  if (!(await untilReadable(request))) {
    throw unread(request);
  }
  notices.push(...plan.notices, ...freshnessNotices(instance.store.state(), instance.settings, context.nowMs, caller));
  return leased(request, async (reading) => {
    const { planned, isMissing } = await prepared(reading, plan);
    if (isMissing && caller.alert) {
      // a count would be 0, and say that all is well
      return inTurns(metricFrames({ series: [], without: 0 }, frameContext(reading, planned, null)), signal);
    }
    return planned.query.kind === 'records' ? records(reading, planned) : numbers(reading, planned, isMissing);
  });
}

import type { Frame } from '../../frames/frame';
import { freshnessFrames } from '../../frames/freshness-frames';
import { seesSurveys } from '../access/survey-access';
import { dataAsOf } from './data-as-of';
import { freshnessNotices } from './freshness';
import { rarelyLeftOut } from './rarely-left-out';
import { leased, type Request } from './request';
import { READABLE_PATIENCE, unread } from './until-readable';

/** How old the data is, and what of it is in no answer but too rare to be said of each. A rule gets the number whatever the age: that it has grown too high is what the rule is there to tell. */
export async function freshnessQuery(request: Request): Promise<Frame[]> {
  const { instance, context, caller, names, notices, refId, signal } = request;
  if (!(await instance.store.ready(READABLE_PATIENCE, signal))) {
    throw unread(request);
  }
  const state = instance.store.state();
  if (!caller.alert) {
    notices.push(...freshnessNotices(state, instance.settings, context.nowMs, caller));
  }
  return leased(request, async ({ lease }) => {
    if (!caller.alert) {
      const rare = [...(await rarelyLeftOut(instance, lease)).values()];
      const told = seesSurveys(instance.settings, caller) ? rare : rare.filter(({ source }) => source !== 'survey');
      notices.push(...told.map(({ severity, text }) => ({ severity, text })));
    }
    return freshnessFrames(dataAsOf(state, lease.meta, context.nowMs), { refId, names, notices, alert: caller.alert });
  });
}

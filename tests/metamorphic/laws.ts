import { METRICS } from '../../src/shared/catalog';
import type { DimensionId } from '../../src/shared/words';
import { overTime, total, totals } from './asked';
import type { Law } from './law';
import { scorecardIsItsMetrics } from './scorecard';

/** Day by day, the net flow is the change of the backlog; of tickets that closed at an unknown time there is no flow. */
const flowIsChangeOfBacklog: Law = async (ask, range) => {
  const byTicket = { groupBy: ['ticket'] satisfies DimensionId[] };
  const [opened, flowing] = [await totals(ask, { metric: 'opened', ...byTicket }), await totals(ask, { metric: 'net_flow', ...byTicket })];
  const unknown = [...opened.keys()].filter((ticket) => !flowing.has(ticket)).map((ticket) => (JSON.parse(ticket) as string[])[0]);
  const filters = unknown.length > 0 ? [{ field: 'ticket' as const, op: 'not_in' as const, values: unknown }] : [];
  const flow = await overTime(ask, { metric: 'net_flow', frequency: 'day', filters }, range);
  const backlog = await overTime(ask, { metric: 'backlog', frequency: 'day', filters }, range);
  let expected = 0;
  return flow.flatMap((one, day) => {
    expected += one ?? 0;
    return expected === backlog[day] ? [] : [`day ${day}: the flow makes ${expected}, the backlog is ${backlog[day]}`];
  });
};

/** What owners, and teams, held of a ticket is as much. */
const ownersAndTeamsHoldTheSame: Law = async (ask) => {
  const owners = await totals(ask, { metric: 'time_with_owner', groupBy: ['ticket'], statistics: ['sum'] });
  const teams = await totals(ask, { metric: 'time_with_team', groupBy: ['ticket'], statistics: ['sum'] });
  return [...owners].flatMap(([ticket, { values }]) =>
    teams.get(ticket)?.values[0] === values[0] ? [] : [`${ticket}: owners had it ${values[0]} s, teams ${teams.get(ticket)?.values[0]} s`]
  );
};

/** Of a ticket that closed once, what its owners held sums to the time to its close. */
const ownersHoldTheOpenTime: Law = async (ask) => {
  const held = await totals(ask, { metric: 'time_with_owner', groupBy: ['ticket'], statistics: ['sum'] });
  const open = await totals(ask, { metric: 'time_to_close', groupBy: ['ticket'], statistics: ['sum'] });
  const closes = await totals(ask, { metric: 'closed', groupBy: ['ticket'], statistics: ['count'] });
  return [...open]
    .filter(([ticket, { values }]) => closes.get(ticket)?.values[0] === 1 && (values[0] ?? 0) > 0)
    .flatMap(([ticket, { values }]) =>
      held.get(ticket)?.values[0] === values[0] ? [] : [`${ticket}: owners had it ${held.get(ticket)?.values[0]} s of ${values[0]} s`]
    );
};

/** A share is its hits ÷ n, of every rate, also by owner. */
const sharesAreHitsOverN: Law = async (ask) => {
  const rates = METRICS.filter(({ statistics }) => statistics.includes('hits') && statistics.includes('share'));
  const found: string[] = [];
  for (const { id, dimensions } of rates) {
    const groups: DimensionId[][] = 'owner' in dimensions ? [[], ['owner']] : [[]];
    for (const groupBy of groups) {
      for (const [group, { values, n }] of await totals(ask, { metric: id, groupBy, statistics: ['share', 'hits'] })) {
        const [share, hits] = values;
        const isRight = n === 0 ? share === null : Math.abs((hits ?? NaN) / n - (share ?? NaN)) < 1e-12;
        found.push(...(isRight ? [] : [`${id} ${group}: ${hits} of ${n} is not ${share}`]));
      }
    }
  }
  return found;
};

/** The share within a limit grows with the limit, and its hits are as many rows as that share of those that have a value. */
const withinGrows: Law = async (ask) => {
  const found: string[] = [];
  for (const metric of ['time_to_first_response', 'time_to_close', 'customer_wait_time']) {
    let before = 0;
    for (const threshold of ['1m', '1h', '8h', '2d', '400d']) {
      const share = await total(ask, { metric, statistics: ['within'], threshold });
      found.push(...((share ?? before) >= before ? [] : [`${metric} within ${threshold}: ${share}, less than ${before}`]));
      before = share ?? before;
    }
  }
  return found;
};

/** Bands of a duration are its rows, each once. */
const bandsAreTheWhole: Law = async (ask) => {
  const whole = await total(ask, { metric: 'time_to_close', statistics: ['count'] });
  const bands = await totals(ask, { metric: 'time_to_close', statistics: ['count'], groupBy: ['duration_band'] });
  const sum = [...bands].filter(([band]) => band !== '[null]').reduce((all, [, { values }]) => all + (values[0] ?? 0), 0);
  return sum === (whole ?? 0) ? [] : [`bands hold ${sum} rows of ${whole}`];
};

/** All laws by their sentence. */
export const LAWS: Readonly<Record<string, Law>> = {
  'net flow, summed, is the backlog': flowIsChangeOfBacklog,
  'owners and teams hold a ticket for the same time': ownersAndTeamsHoldTheSame,
  'owners hold a ticket for its open time': ownersHoldTheOpenTime,
  'a share is hits ÷ n': sharesAreHitsOverN,
  'the share within a limit grows with it': withinGrows,
  'bands are the whole': bandsAreTheWhole,
  'a scorecard is its metrics asked apart': scorecardIsItsMetrics,
};

import type { OracleMetric } from '../metric';
import { agentStatusTime, availabilityHours, maxAvailableAgents } from './availability';
import { backlog, backlogAge, longestWait, waitingNow } from './backlog';
import { botResolutionRate, chatAbandonment, chatDuration, chatWaitTime } from './chat';
import { agentWorkTime, requesterWaitTime, resolutionTime, timeToClose } from './close';
import { uncoveredHours } from './cover';
import { timeToFirstResponse } from './first-response';
import { closed, netFlow, teamTransfers, transfers } from './flow';
import { timeToAssignment, timeWithOwner, timeWithTeam } from './holders';
import { agentConcurrency, occupancy } from './load';
import { messagesByHour, ownerReplyCount, ticketReplyCount } from './messages';
import { ces, csat, csatResponseRate, nps } from './ratings';
import { firstContactResolution, oneTouchRate, reopenRate, repliesToResolution } from './resolution';
import { slaAtRisk, slaAttainment, slaBreaches, timeToBreach } from './sla';
import { stageDwell, timeInStage } from './stage';
import { timeSpent } from './time-spent';
import { customerReplyTime, customerWaitTime, ownerReplyTime, replyTimeSinceAssignment } from './turns';
import { opened, supportVolume } from './volume';

/** The suite's reports. */
export const SUITE: readonly OracleMetric[] = [
  csat,
  nps,
  ces,
  timeToClose,
  timeToFirstResponse,
  chatWaitTime,
  supportVolume,
  timeInStage,
  customerReplyTime,
  customerWaitTime,
  ownerReplyCount,
  ownerReplyTime,
  ticketReplyCount,
  messagesByHour,
  availabilityHours,
  maxAvailableAgents,
  agentStatusTime,
];

/** Beyond the suite. */
export const BEYOND: readonly OracleMetric[] = [
  slaAttainment,
  slaBreaches,
  slaAtRisk,
  timeToBreach,
  backlog,
  backlogAge,
  opened,
  closed,
  netFlow,
  reopenRate,
  oneTouchRate,
  firstContactResolution,
  repliesToResolution,
  transfers,
  teamTransfers,
  waitingNow,
  longestWait,
  chatAbandonment,
  agentConcurrency,
  occupancy,
  stageDwell,
  csatResponseRate,
  uncoveredHours,
  resolutionTime,
  requesterWaitTime,
  agentWorkTime,
  timeToAssignment,
  replyTimeSinceAssignment,
  timeWithOwner,
  timeWithTeam,
  chatDuration,
  botResolutionRate,
  timeSpent,
];

/** Every metric the oracle knows. */
export const METRICS: readonly OracleMetric[] = [...SUITE, ...BEYOND];

/** The metric of an id. */
export function metricOf(id: string): OracleMetric {
  const metric = METRICS.find((one) => one.id === id);
  if (!metric) {
    throw new Error(`the oracle has no metric ${id}`);
  }
  return metric;
}

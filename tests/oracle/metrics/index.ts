import type { OracleMetric } from '../metric';
import { agentStatusTime, availabilityHours, maxAvailableAgents } from './availability';
import { chatAbandonment, chatWaitTime } from './chat';
import { timeToClose } from './close';
import { timeToFirstResponse } from './first-response';
import { messagesByHour, ownerReplyCount, ticketReplyCount } from './messages';
import { ces, csat, csatResponseRate, nps } from './ratings';
import { stageDwell, timeInStage } from './stage';
import { customerReplyTime, customerWaitTime, ownerReplyTime } from './turns';
import { opened, supportVolume } from './volume';

/** The suite's reports. */
export const SUITE: readonly OracleMetric[] = [
  csat, nps, ces, timeToClose, timeToFirstResponse, chatWaitTime, supportVolume, timeInStage, customerReplyTime, customerWaitTime, ownerReplyCount,
  ownerReplyTime, ticketReplyCount, messagesByHour, availabilityHours, maxAvailableAgents, agentStatusTime,
];

/** Beyond the suite. */
export const BEYOND: readonly OracleMetric[] = [opened, chatAbandonment, stageDwell, csatResponseRate];

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

import type { TeamId } from './regions';

/** A team. */
export interface Team {
  readonly id: TeamId;
  readonly name: string;
  /** The calendar that its tickets are handed over with. */
  readonly calendarId: string;
  /** How much longer than usual its customers wait, at the start and at the end of the helpdesk's life. */
  readonly pace: readonly [number, number];
  /** Rounds of question and answer to a solution. */
  readonly rounds: number;
  /** Added to the mean rating. */
  readonly charm: number;
}

/** The teams: Technical Support is visibly slower than the others, Billing gets better over time. */
export const TEAMS: readonly Team[] = [
  { id: 'care-eu', name: 'Customer Care EU', calendarId: 'amsterdam', pace: [0.9, 0.95], rounds: 2.1, charm: 0.05 },
  { id: 'care-us', name: 'Customer Care US', calendarId: 'new-york', pace: [0.85, 0.9], rounds: 2.1, charm: 0 },
  { id: 'technical', name: 'Technical Support', calendarId: 'amsterdam', pace: [2.3, 2.6], rounds: 3, charm: -0.15 },
  { id: 'billing', name: 'Billing', calendarId: 'amsterdam', pace: [2.2, 0.6], rounds: 1.9, charm: 0 },
  { id: 'night-desk', name: 'Night Desk', calendarId: 'manila-night', pace: [1.15, 1.05], rounds: 2.1, charm: -0.02 },
];

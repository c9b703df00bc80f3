/** What a data source's settings say of how values are read. */
export interface ReadingRules {
  /** The IANA time zone of instants that are written without one. */
  readonly timeZone: string;
  /** What says so, in the words of a remark; the settings by default. */
  readonly timeZoneBy?: string;
  /** Ids of agents and teams that mean nobody. */
  readonly unassignedIds: readonly string[];
}

/** How values are read where the settings say nothing. */
export const PLAIN_RULES: ReadingRules = { timeZone: 'UTC', unassignedIds: [] };

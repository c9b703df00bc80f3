/** Where customers are. */
export interface Region {
  readonly id: 'emea' | 'na' | 'latam';
  readonly zone: string;
  /** Share of all tickets. */
  readonly share: number;
  readonly careTeam: TeamId;
  readonly language: string;
}

/** The teams. */
export type TeamId = 'care-eu' | 'care-us' | 'technical' | 'billing' | 'night-desk';

/** The regions; the night desk of Manila works in the daytime of the Americas. */
export const REGIONS: readonly Region[] = [
  { id: 'emea', zone: 'Europe/Amsterdam', share: 0.46, careTeam: 'care-eu', language: 'nl' },
  { id: 'na', zone: 'America/New_York', share: 0.4, careTeam: 'care-us', language: 'en' },
  { id: 'latam', zone: 'America/Sao_Paulo', share: 0.14, careTeam: 'night-desk', language: 'pt' },
];

/** Groups of agents’ statuses: the id, its English name, and the colour. */
export const STATES = [
  ['available', 'Available', 'green'],
  ['busy', 'Busy', 'orange'],
  ['away', 'Away', 'yellow'],
  ['offline', 'Offline', 'text'],
] as const;

import { bandName } from '../../../src/shared/catalog/bands';

/** The edges of bands of answers: an hour, half a working day, a working day, a day, three days. */
export const BANDS = ['1h', '4h', '8h', '24h', '3d'];

const COLORS = [
  ['<=1h', 'dark-green'],
  ['1h..4h', 'light-green'],
  ['4h..8h', 'light-yellow'],
  ['8h..24h', 'light-orange'],
  ['24h..3d', 'dark-orange'],
  ['>3d', 'dark-red'],
] as const;

/** From green to red: the longer a customer waited the redder. */
export const BAND_COLORS = COLORS.map(([id, color]) => [id, bandName(id) ?? id, color] as const);

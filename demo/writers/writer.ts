import type { Staging } from '../tables/staging';

/** Writes all staged tables somewhere; says which one it is at. */
export type Writer = (staging: Staging, onTable: (name: string) => void) => Promise<void>;

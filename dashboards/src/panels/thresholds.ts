import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

import type { PanelSpec } from './spec';

/**
 * The more the bluer, in percent of the most. Pale steps let the theme's background through and keep its text; then one step dark
 * enough for white text: Grafana's continuous schemes have middle tones on which neither text is legible.
 */
const HEAT = new ThresholdsConfigBuilder().mode(ThresholdsMode.Percentage).steps([
  { value: null, color: 'transparent' },
  { value: 5, color: 'rgba(31, 96, 196, 0.08)' },
  { value: 20, color: 'rgba(31, 96, 196, 0.16)' },
  { value: 40, color: 'rgba(31, 96, 196, 0.28)' },
  { value: 65, color: 'rgb(31, 96, 196)' },
]);

/** Of a number without a target, and of none: as text is; of a bar: one colour. What is good or bad the answer says, by the targets of the settings. */
const plain = (color: string) => new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([{ value: null, color }]);

/** The thresholds of a panel, by its kind. */
export function thresholds({ kind }: PanelSpec): ThresholdsConfigBuilder {
  return kind === 'heat' ? HEAT : plain(kind === 'number' || kind === 'large' ? 'text' : 'blue');
}

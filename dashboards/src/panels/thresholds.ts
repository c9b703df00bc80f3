import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

import type { PanelSpec, Step } from './spec';

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

/** Behind a key number, where colours are pale: its text stays the theme's, which is legible in both themes. */
const TINTS: Readonly<Record<Step['color'], string>> = {
  green: 'rgba(86, 166, 75, 0.25)',
  orange: 'rgba(255, 120, 10, 0.25)',
  red: 'rgba(224, 47, 68, 0.25)',
  yellow: 'rgba(242, 204, 12, 0.25)',
  blue: 'transparent',
};

/** The thresholds of a panel, by its kind. */
export function thresholds({ kind, steps = [{ from: null, color: 'blue' }] }: PanelSpec): ThresholdsConfigBuilder {
  return kind === 'heat'
    ? HEAT
    : new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps(steps.map(({ from, color }) => ({ value: from, color: kind === 'number' || kind === 'large' ? TINTS[color] : color })));
}

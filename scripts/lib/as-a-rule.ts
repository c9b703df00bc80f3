import type { ClientAnswer } from '../../tools/door/client';
import { labelsText, valuesOf } from './rule/values';
import { table } from './terminal';

/** What an alert rule makes of an answer: the instances that it judges, by their labels, or the state that it takes instead. */
export type Seen =
  | { readonly state: 'Error'; readonly why: string }
  | { readonly state: 'NoData' }
  /** `isSeries`: each instance is a line over time, of which a reduce step makes one number. */
  | {
      readonly state: 'Values';
      readonly isSeries: boolean;
      readonly instances: ReadonlyArray<{ readonly labels: string; readonly values: ReadonlyArray<number | null> }>;
    };

/** An answer as Grafana's alerting reads it: see rule/values.ts. */
export function seenByRule({ error, frames }: Pick<ClientAnswer, 'error' | 'frames'>): Seen {
  if (error !== '') {
    return { state: 'Error', why: error };
  }
  const values = valuesOf(frames).filter((value) => value.kind !== 'noData');
  return values.length === 0
    ? { state: 'NoData' }
    : {
        state: 'Values',
        isSeries: values.some(({ kind }) => kind === 'series'),
        instances: values.map((value) => ({
          labels: labelsText(value.labels),
          values: value.kind === 'series' ? value.points.map(([, one]) => one) : [value.value],
        })),
      };
}

/** What a rule sees, in lines. */
export function ruleText(seen: Seen): string {
  switch (seen.state) {
    case 'Error':
      return `Error: the rule goes into its state "Error".\n${seen.why}`;
    case 'NoData':
      return 'No data: the rule goes into its state "No Data".';
    case 'Values': {
      const rows = seen.instances.map(({ labels, values }) => [
        labels || '(no labels)',
        values.map((value) => (value === null ? 'null' : String(value))).join(' '),
      ]);
      const line = seen.isSeries ? '\nThese are lines over time: the rule needs a reduce step. With "view": "totals" it needs none.' : '';
      return `${table(['Labels', seen.isSeries ? 'Values' : 'Value'], rows, new Set(seen.isSeries ? [] : [1]))}${line}`;
    }
  }
}

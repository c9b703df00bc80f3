import type { ClientAnswer } from '../../tools/door/client';
import type { DecodedFrame } from '../../tools/door/decode';
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

/** An answer as Grafana's alerting reads it: text fields and a number's own labels tell instances apart; a frame without fields is no data. */
export function seenByRule({ error, frames }: Pick<ClientAnswer, 'error' | 'frames'>): Seen {
  if (error !== '') {
    return { state: 'Error', why: error };
  }
  const instances = frames.flatMap((frame) => (frame.fields.some(({ type }) => type === 'time') ? linesOf(frame) : numbersOf(frame)));
  return instances.length === 0
    ? { state: 'NoData' }
    : { state: 'Values', isSeries: frames.some(({ fields }) => fields.some(({ type }) => type === 'time')), instances };
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

/** A line for each number over time. */
function linesOf({ fields }: DecodedFrame) {
  return fields.filter(({ type }) => type === 'number').map(({ labels, values }) => ({ labels: labelsText(labels), values: values.map(numberIn) }));
}

/** A number for each row, with the row's texts as its labels. */
function numbersOf({ fields, rows }: DecodedFrame) {
  const texts = fields.filter(({ type }) => type === 'string');
  return fields
    .filter(({ type }) => type === 'number')
    .flatMap(({ labels, values }) =>
      Array.from({ length: rows }, (_, row) => ({
        labels: labelsText({ ...labels, ...Object.fromEntries(texts.map((text) => [text.name, String(text.values[row])])) }),
        values: [numberIn(values[row])],
      }))
    );
}

function labelsText(labels: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(labels ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

import type { DecodedFrame } from '../../../tools/door/decode';

/** Names and values by which alert instances are told apart. */
export type Labels = Readonly<Record<string, string>>;

/** A value at an instant (epoch milliseconds). */
export type Point = readonly [atMs: number, value: number | null];

/** What Grafana's server-side expressions work on; a scalar is a number without labels. */
export type Value =
  | { readonly kind: 'noData' }
  | { readonly kind: 'number'; readonly labels: Labels; readonly value: number | null }
  | { readonly kind: 'series'; readonly labels: Labels; readonly points: readonly Point[] };

/** No data at all. */
export const NO_DATA: Value = { kind: 'noData' };

/** The labels of a value; no data has none. */
export function labelsOf(value: Value): Labels {
  return value.kind === 'noData' ? {} : value.labels;
}

/** A value with other numbers in its place or places. */
export function changed(value: Value, change: (number: number | null) => number | null): Value {
  switch (value.kind) {
    case 'noData':
      return value;
    case 'number':
      return { ...value, value: change(value.value) };
    case 'series':
      return { ...value, points: value.points.map(([at, one]): Point => [at, change(one)]) };
  }
}

/** Labels as one text, the same in whatever order they stand. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Labels for people: "team=Billing, channel=email". */
export function labelsText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/** An answer's frames as alerting reads them: a line for each number over time, else a number for each row; frames without fields are no data. */
export function valuesOf(frames: readonly DecodedFrame[]): readonly Value[] {
  const values = frames.flatMap((frame) => (frame.fields.some(({ type }) => type === 'time') ? linesOf(frame) : numbersOf(frame)));
  return values.length === 0 ? [NO_DATA] : values;
}

function linesOf({ fields }: DecodedFrame): Value[] {
  const times = fields.find(({ type }) => type === 'time')?.values ?? [];
  return fields
    .filter(({ type }) => type === 'number')
    .map(({ labels, values }) => ({ kind: 'series', labels, points: values.map((value, i): Point => [Number(times[i]), numberIn(value)]) }));
}

/** With the row's texts as labels. */
function numbersOf({ fields, rows }: DecodedFrame): Value[] {
  const texts = fields.filter(({ type }) => type === 'string');
  return fields
    .filter(({ type }) => type === 'number')
    .flatMap(({ labels, values }) =>
      Array.from({ length: rows }, (_, row): Value => ({
        kind: 'number',
        labels: { ...labels, ...Object.fromEntries(texts.map((text) => [text.name, String(text.values[row])])) },
        value: numberIn(values[row]),
      }))
    );
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

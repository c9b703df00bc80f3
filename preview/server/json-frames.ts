import type { DecodedField, DecodedFrame, DecodedValue } from '../../tools/door/decode';

/** A data frame in Grafana's JSON: the schema, then the values by column. */
export interface JsonFrame {
  readonly schema: { readonly name?: string; readonly refId?: string; readonly meta?: object; readonly fields: readonly JsonField[] };
  readonly data: { readonly values: ReadonlyArray<readonly unknown[]>; readonly entities?: ReadonlyArray<Entities | null> };
}

interface JsonField {
  readonly name: string;
  readonly type: string;
  readonly typeInfo: { readonly frame: string; readonly nullable?: true };
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: object;
}

/** Where a column has what JSON cannot say. */
interface Entities {
  readonly NaN?: readonly number[];
  readonly Inf?: readonly number[];
  readonly NegInf?: readonly number[];
}

/** Grafana's names of the Go types behind a column. */
const FRAME_TYPES: Readonly<Record<string, string>> = { time: 'time.Time', number: 'float64', string: 'string', boolean: 'bool', other: 'json.RawMessage' };

/** A frame of the backend as Grafana's server passes it on to the browser. */
export function jsonFrame({ name, refId, meta, fields }: DecodedFrame): JsonFrame {
  const entities = fields.map(({ values }) => entitiesOf(values));
  return {
    schema: {
      ...(name === '' ? {} : { name }),
      ...(refId === '' ? {} : { refId }),
      ...(isEmpty(meta) ? {} : { meta }),
      fields: fields.map((field) => ({
        name: field.name,
        type: field.type,
        typeInfo: { frame: FRAME_TYPES[field.type] ?? 'json.RawMessage', ...(field.nullable ? { nullable: true as const } : {}) },
        ...(isEmpty(field.labels) ? {} : { labels: field.labels }),
        ...(isEmpty(field.config) ? {} : { config: field.config }),
      })),
    },
    data: { values: fields.map(jsonValues), ...(entities.some((one) => one !== null) ? { entities } : {}) },
  };
}

function jsonValues({ type, values }: DecodedField): readonly unknown[] {
  return type === 'other'
    ? values.map((value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value))
    : values.map((value) => (isFinite(value) ? value : null));
}

function entitiesOf(values: readonly DecodedValue[]): Entities | null {
  const at = (wanted: number) => values.flatMap((value, i) => (Object.is(value, wanted) ? [i] : []));
  const found = Object.entries({ NaN: at(NaN), Inf: at(Infinity), NegInf: at(-Infinity) }).filter(([, places]) => places.length > 0);
  return found.length === 0 ? null : (Object.fromEntries(found) as Entities);
}

function isFinite(value: DecodedValue): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

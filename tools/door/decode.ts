import { tableFromIPC } from 'apache-arrow';

import type { FrameMeta } from '../../src/backend/frames/frame';

/** A frame read back: what scripts, the preview and tests see. Times are epoch milliseconds. */
export interface DecodedFrame {
  readonly name: string;
  readonly refId: string;
  readonly meta: FrameMeta;
  readonly rows: number;
  readonly fields: readonly DecodedField[];
}

/** What a cell holds; JSON cells hold their text. */
export type DecodedValue = number | string | boolean | null;

/** A field read back. */
export interface DecodedField {
  readonly name: string;
  readonly type: string;
  /** Whether the column can hold nulls. */
  readonly nullable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly values: readonly DecodedValue[];
}

/** Reads one of Grafana's Arrow frames. */
export function decodeFrame(bytes: Uint8Array): DecodedFrame {
  const table = tableFromIPC(bytes);
  const metadata = table.schema.metadata;
  return {
    name: metadata.get('name') ?? '',
    refId: metadata.get('refId') ?? '',
    meta: JSON.parse(metadata.get('meta') ?? '{}') as FrameMeta,
    rows: table.numRows,
    fields: table.schema.fields.map((field, i) => {
      const column = table.getChildAt(i);
      const type = field.metadata.get('tstype') ?? '';
      const values = Array.from({ length: table.numRows }, (_, row): DecodedValue => {
        const value: unknown = column?.get(row) ?? null;
        if (value instanceof Uint8Array) {
          return new TextDecoder().decode(value);
        }
        return typeof value === 'bigint' ? Number(value) : (value as DecodedValue);
      });
      return {
        name: field.name,
        type,
        nullable: field.nullable,
        values,
        labels: JSON.parse(field.metadata.get('labels') ?? '{}') as Record<string, string>,
        config: JSON.parse(field.metadata.get('config') ?? '{}') as Record<string, unknown>,
      };
    }),
  };
}

/** Grafana's data frames, as the backend builds them. */

/** A column: values and, where nulls survive, which of them are there. */
export type Column =
  /** Epoch milliseconds. */
  | { readonly type: 'time'; readonly values: ArrayLike<number | null> }
  | { readonly type: 'number'; readonly values: ArrayLike<number | null>; readonly valid?: Uint8Array | null }
  | { readonly type: 'string'; readonly values: ArrayLike<string | null> }
  | { readonly type: 'boolean'; readonly values: ArrayLike<boolean | null> }
  | { readonly type: 'json'; readonly values: ArrayLike<unknown> };

/** A field of a frame. */
export interface FrameField {
  readonly name: string;
  readonly column: Column;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: FieldConfig;
}

/** The part of Grafana's field configuration that a backend sets. */
export interface FieldConfig {
  readonly displayName?: string;
  readonly displayNameFromDS?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** Milliseconds between points. */
  readonly interval?: number;
  readonly noValue?: string;
  /** From which value on a colour holds. */
  readonly thresholds?: { readonly mode: 'absolute'; readonly steps: ReadonlyArray<{ readonly value: number; readonly color: string }> };
  readonly filterable?: boolean;
  /** What texts are coloured. */
  readonly mappings?: ReadonlyArray<{ readonly type: 'value'; readonly options: Readonly<Record<string, { readonly color: string; readonly index: number }>> }>;
  readonly links?: readonly object[];
  readonly color?: { readonly mode: 'fixed'; readonly fixedColor: string };
  readonly custom?: Readonly<Record<string, unknown>>;
}

/** A line shown beside the panel. `inspect` is a number for Grafana: a wrong type fails the whole decode. */
export interface FrameNotice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly inspect?: 0 | 1 | 2 | 3 | 4;
}

/** What a frame says of itself. */
export interface FrameMeta {
  readonly type?: 'timeseries-multi' | 'numeric-multi' | 'numeric-long' | 'table';
  readonly typeVersion?: readonly [number, number];
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly notices?: readonly FrameNotice[];
  readonly preferredVisualisationType?: 'graph' | 'table' | 'logs' | 'trace' | 'nodeGraph';
  readonly executedQueryString?: string;
  readonly uniqueRowIdFields?: readonly number[];
}

/** A data frame. All columns have `rows` values. */
export interface Frame {
  readonly name: string;
  readonly refId: string;
  readonly meta?: FrameMeta;
  readonly rows: number;
  readonly fields: readonly FrameField[];
}

import type { AnnotationQuery, DataSourceRef, DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { DashboardCursorSync } from '@grafana/schema';

/** A classic dashboard's JSON, as far as the preview draws it. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly time?: { readonly from: string; readonly to: string };
  readonly timezone?: string;
  readonly weekStart?: string;
  readonly refresh?: string;
  readonly graphTooltip?: DashboardCursorSync;
  readonly timepicker?: { readonly refresh_intervals?: string[]; readonly hidden?: boolean };
  readonly templating?: { readonly list?: readonly VariableJson[] };
  readonly annotations?: { readonly list?: readonly AnnotationQuery[] };
  readonly links?: readonly LinkJson[];
  readonly panels?: readonly PanelJson[];
}

/** A drop-down. */
export interface VariableJson {
  readonly type: string;
  readonly name: string;
  readonly label?: string | null;
  readonly description?: string | null;
  readonly hide?: number;
  readonly skipUrlSync?: boolean;
  readonly query?: unknown;
  readonly datasource?: DataSourceRef | null;
  readonly current?: { readonly text?: string | string[]; readonly value?: string | string[] };
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly refresh?: number;
  readonly regex?: string;
  readonly sort?: number;
  readonly filters?: ReadonlyArray<{ readonly key: string; readonly operator: string; readonly value: string }>;
}

/** A link above the panels. */
export interface LinkJson {
  readonly type: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly url?: string;
  readonly asDropdown?: boolean;
  readonly keepTime?: boolean;
  readonly includeVars?: boolean;
  readonly targetBlank?: boolean;
}

/** A panel, or a row with its panels where it is collapsed. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly transparent?: boolean;
  readonly gridPos?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: DataSourceRef;
  readonly targets?: ReadonlyArray<{ readonly refId: string }>;
  readonly maxDataPoints?: number | null;
  readonly interval?: string | null;
  readonly options?: object;
  readonly fieldConfig?: FieldConfigSource;
  readonly transformations?: readonly DataTransformerConfig[];
  readonly collapsed?: boolean;
  readonly panels?: readonly PanelJson[];
}

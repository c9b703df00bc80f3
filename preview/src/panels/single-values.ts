import { type FieldDisplay, getFieldDisplayValues, type GrafanaTheme2, type PanelProps, type ReduceDataOptions } from '@grafana/data';

/** What panels of single values share. */
export interface SingleValueOptions {
  readonly reduceOptions?: Partial<ReduceDataOptions>;
  readonly orientation?: string;
}

/** The values that a panel shows, one a field or one a row. */
export function singleValues(
  {
    data,
    options,
    fieldConfig,
    replaceVariables,
    timeZone,
  }: Pick<PanelProps<SingleValueOptions>, 'data' | 'options' | 'fieldConfig' | 'replaceVariables' | 'timeZone'>,
  theme: GrafanaTheme2,
  sparkline = false
): FieldDisplay[] {
  const { calcs = ['lastNotNull'], values = false, fields, limit } = options.reduceOptions ?? {};
  return getFieldDisplayValues({
    fieldConfig,
    reduceOptions: { calcs: [...calcs], values, fields, limit },
    replaceVariables,
    theme,
    data: data.series,
    sparkline,
    timeZone,
  });
}

import {
  type DataFrame,
  type DisplayValue,
  type Field,
  FieldType,
  getDisplayProcessor,
  getFieldDisplayName,
  getFieldSeriesColor,
  type GrafanaTheme2,
  type LinkModel,
} from '@grafana/data';

/** A frame as categories and, for each, the numbers of its series. */
export interface Table {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

/** One number field. */
export interface Series {
  readonly name: string;
  readonly color: string;
  readonly values: ReadonlyArray<number | null>;
  readonly show: (value: number | null) => DisplayValue;
  /** On a scale of its own. */
  readonly isRight: boolean;
  readonly linksOf: (row: number) => readonly LinkModel[];
}

/** Reads a frame: the first field of text or time names the categories, every number field is a series. */
export function tableOf(frame: DataFrame, theme: GrafanaTheme2): Table {
  const named = frame.fields.find(({ type }) => type === FieldType.string) ?? frame.fields.find(({ type }) => type === FieldType.time);
  const numbers = frame.fields.filter(({ type, config }) => type === FieldType.number && config.custom?.hideFrom?.viz !== true);
  return {
    categories: Array.from({ length: frame.length }, (_, row) => (named ? shower(named, theme)(named.values[row]).text : String(row + 1))),
    series: numbers.map((field) => ({
      name: getFieldDisplayName(field, frame),
      color: getFieldSeriesColor(field, theme).color,
      values: field.values as Array<number | null>,
      show: shower(field, theme),
      isRight: field.config.custom?.axisPlacement === 'right',
      linksOf: (row) => field.getLinks?.({ valueRowIndex: row }) ?? [],
    })),
  };
}

function shower(field: Field, theme: GrafanaTheme2): (value: unknown) => DisplayValue {
  return field.display ?? getDisplayProcessor({ field, theme });
}

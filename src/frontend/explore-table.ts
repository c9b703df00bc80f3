import { type DataFrame, DataFrameType, type Field, FieldType } from '@grafana/data';

/** A bar with its number at the end. */
const BAR = { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' };

/** A table as Explore shows it, where nobody can choose how it is drawn: totals of groups as bars, a scorecard’s shares as bars and its heads whole. */
export function drawnInExplore(frame: DataFrame): DataFrame {
  const { type, custom = {} } = frame.meta ?? {};
  if (custom.kind === 'scorecard') {
    return {
      ...frame,
      fields: frame.fields.map((field) => withCustom(isShare(field) ? asBar(field) : field, { wrapHeaderText: true, minWidth: widthOf(field) })),
    };
  }
  const isCompared = type === DataFrameType.NumericLong && frame.length > 1 && frame.fields.some((field) => field.type === FieldType.string);
  return isCompared ? { ...frame, fields: frame.fields.map((field) => (field.name === custom.metric ? asBar(field) : field)) } : frame;
}

/** Names are whole, and so is the longest word of a head, in pixels. */
function widthOf({ name, type, config }: Field): number {
  const words = (config.displayNameFromDS ?? config.displayName ?? name).split(' ');
  return Math.max(type === FieldType.string ? 188 : 94, 20 + 8 * Math.max(...words.map(({ length }) => length)));
}

function isShare({ config }: Field): boolean {
  return config.min === 0 && config.max === 1;
}

/** Bars begin at nothing: what may be less than that stays a number. */
function asBar(field: Field): Field {
  if (field.values.some((value: unknown) => typeof value === 'number' && value < 0)) {
    return field;
  }
  const { thresholds, color = thresholds ? undefined : { mode: 'fixed', fixedColor: 'blue' } } = field.config;
  return withCustom({ ...field, config: { min: 0, ...field.config, color } }, { cellOptions: BAR });
}

function withCustom(field: Field, custom: object): Field {
  return { ...field, config: { ...field.config, custom: { ...(field.config.custom as object | undefined), ...custom } } };
}

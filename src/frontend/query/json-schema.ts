import { columnName, dimensionName, metricName, statisticName } from '../i18n/catalog-names';
import type { Schema } from '../types';

/** What a dashboard's variable begins like: any word, number or switch of a query may be one. */
const VARIABLE: Schema = { type: 'string', pattern: '\\$\\w|\\$\\{|\\[\\[' };

/** What the words of a key are called in the editor, for completion and hovering. */
const NAMES: Readonly<Record<string, (word: string) => string>> = {
  metric: metricName,
  statistic: statisticName,
  statistics: statisticName,
  groupBy: dimensionName,
  field: dimensionName,
  columns: columnName,
};

/** A query's JSON Schema for the text editor: variables stand for any word, and words have the names that the editor shows. */
export function editorSchema(schema: Schema): Schema {
  return withVariables(schema, '') as Schema;
}

function withVariables(part: unknown, key: string): unknown {
  if (Array.isArray(part)) {
    return part.map((one) => withVariables(one, key));
  }
  if (!isSchema(part)) {
    return part;
  }
  const { properties, items, anyOf, ...rest } = part;
  const changed = {
    ...rest,
    ...(isSchema(properties) ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, withVariables(one, name)])) } : {}),
    ...(items === undefined ? {} : { items: withVariables(items, key) }),
    // which keys must be there is no value
    ...(anyOf === undefined ? {} : { anyOf: key === '' ? anyOf : withVariables(anyOf, key) }),
  };
  const named =
    Array.isArray(part.enum) && Object.hasOwn(NAMES, key) ? { ...changed, enumDescriptions: part.enum.map((word) => NAMES[key](String(word))) } : changed;
  const isValue = typeof part.type === 'string' && !['object', 'array', 'null'].includes(part.type);
  return isValue && key !== '' ? { anyOf: [named, VARIABLE] } : named;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

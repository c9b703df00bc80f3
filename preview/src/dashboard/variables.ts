import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  type SceneDataQuery,
  type SceneVariable,
  TextBoxVariable,
} from '@grafana/scenes';

import type { VariableJson } from './model';

/** A dashboard's drop-downs as scenes know them. */
export function variables(list: readonly VariableJson[]): SceneVariable[] {
  return list.flatMap((json) => {
    const make = KINDS[json.type];
    return make ? [make(json)] : [];
  });
}

/** What all drop-downs have. */
function common({ name, label, description, hide, skipUrlSync }: VariableJson) {
  return { name, label: label ?? undefined, description: description ?? undefined, hide, skipUrlSync };
}

/** What drop-downs with a list of values have. */
function choice(json: VariableJson) {
  const { current, multi = false, includeAll = false, allValue } = json;
  return {
    ...common(json),
    value: current?.value ?? '',
    text: current?.text ?? '',
    isMulti: multi,
    includeAll,
    allValue: allValue ?? undefined,
    defaultToAll: includeAll,
  };
}

const text = (query: unknown) => (typeof query === 'string' ? query : '');

const KINDS: Readonly<Record<string, (json: VariableJson) => SceneVariable>> = {
  datasource: (json) => new DataSourceVariable({ ...choice(json), pluginId: text(json.query), regex: json.regex ?? '' }),
  query: (json) =>
    new QueryVariable({
      ...choice(json),
      datasource: json.datasource ?? null,
      query: json.query as SceneDataQuery,
      refresh: json.refresh,
      regex: json.regex ?? '',
      sort: json.sort,
    }),
  custom: (json) => new CustomVariable({ ...choice(json), query: text(json.query) }),
  interval: (json) =>
    new IntervalVariable({
      ...common(json),
      intervals: text(json.query)
        .split(',')
        .map((one) => one.trim()),
      value: String(json.current?.value ?? ''),
    }),
  constant: (json) => new ConstantVariable({ ...common(json), value: text(json.query) }),
  textbox: (json) => new TextBoxVariable({ ...common(json), value: String(json.current?.value ?? text(json.query)) }),
  adhoc: (json) =>
    new AdHocFiltersVariable({
      ...common(json),
      datasource: json.datasource ?? null,
      filters: [...(json.filters ?? [])],
      applyMode: 'auto',
      layout: 'combobox',
    }),
};

import { t } from '@grafana/i18n';
import { Combobox, type ComboboxOption, IconButton, MultiCombobox, Stack } from '@grafana/ui';
import { useEffect, useState } from 'react';

import type { DimensionId, Operator } from '../../shared/words';
import type { HelpdeskDataSource } from '../datasource';
import { Named } from '../named';
import type { DimensionValue, QueryFilter } from '../types';
import { dimensionName } from './names';

interface Props {
  readonly datasource: HelpdeskDataSource;
  readonly id: string;
  /** From 1, for what is read out. */
  readonly position: number;
  readonly dimensions: readonly DimensionId[];
  readonly filter: QueryFilter;
  readonly onChange: (filter: QueryFilter) => void;
  readonly onRemove: () => void;
}

/** One filter: what, how, and which values, looked up in the helpdesk as one types. */
export function FilterRow({ datasource, id, position, dimensions, filter, onChange, onRemove }: Props) {
  const { field, op = 'in', values = [] } = filter;
  const [known, remember] = useNames(datasource, field, values.length > 0);
  const lookUp = async (search: string): Promise<Array<ComboboxOption<string>>> => {
    const found = await valuesOf(datasource, field, search);
    remember(found);
    return found.map(({ id: value, name }) => ({ value, label: name }));
  };
  const isUnary = op === 'is_empty' || op === 'is_not_empty';
  const operators = operatorNames();
  return (
    <Stack direction="row" gap={0.5} alignItems="center">
      <Named id={`${id}-field`} name={t('variables.filters.field', 'Filter {{position}}: what', { position })}>
        <Combobox<DimensionId>
          width={20}
          value={field}
          options={dimensions.map((value) => ({ value, label: dimensionName(value) }))}
          onChange={({ value }) => onChange({ ...filter, field: value, values: [] })}
        />
      </Named>
      <Named id={`${id}-operator`} name={t('variables.filters.operator', 'Filter {{position}}: how', { position })}>
        <Combobox<Operator>
          width={16}
          value={op}
          options={Object.entries(operators).map(([value, label]) => ({ value: value as Operator, label }))}
          onChange={({ value }) => onChange({ ...filter, op: value, values: value === 'is_empty' || value === 'is_not_empty' ? [] : values })}
        />
      </Named>
      {!isUnary && (
        // a width of its own would be taken for pixels when it counts how many values fit
        <div style={{ width: 440, minWidth: 160 }}>
          <Named id={`${id}-values`} name={t('variables.filters.values', 'Filter {{position}}: values', { position })}>
            <MultiCombobox<string>
              createCustomValue
              placeholder={t('variables.filters.values-hint', 'Choose, or write a variable such as $team')}
              value={values.map((value) => ({ value: String(value), label: known.get(String(value)) ?? String(value) }))}
              options={lookUp}
              onChange={(chosen) => onChange({ ...filter, values: chosen.map(({ value }) => value) })}
            />
          </Named>
        </div>
      )}
      <IconButton name="trash-alt" aria-label={t('variables.filters.remove', 'Remove filter {{position}}', { position })} onClick={onRemove} />
    </Stack>
  );
}

function operatorNames(): Readonly<Record<Exclude<Operator, 'between'>, string>> {
  return {
    in: t('variables.operator.in', 'is one of'),
    not_in: t('variables.operator.not_in', 'is none of'),
    equals: t('variables.operator.equals', 'is'),
    not_equals: t('variables.operator.not_equals', 'is not'),
    contains: t('variables.operator.contains', 'contains'),
    is_empty: t('variables.operator.is_empty', 'is empty'),
    is_not_empty: t('variables.operator.is_not_empty', 'is not empty'),
  };
}

/** The names of ids, learnt from look-ups; the first values are looked up by themselves where there is something to name. */
function useNames(
  datasource: HelpdeskDataSource,
  dimension: DimensionId,
  isWanted: boolean
): [ReadonlyMap<string, string>, (found: readonly DimensionValue[]) => void] {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const remember = (found: readonly DimensionValue[]) => setKnown((before) => new Map([...before, ...found.map(({ id, name }) => [id, name] as const)]));
  useEffect(() => {
    let isOver = false;
    if (isWanted) {
      void valuesOf(datasource, dimension, '').then((found) => !isOver && remember(found));
    }
    return () => {
      isOver = true;
    };
  }, [datasource, dimension, isWanted]);
  return [known, remember];
}

/** A helpdesk that cannot be asked now offers nothing; values can still be typed. */
async function valuesOf(datasource: HelpdeskDataSource, dimension: DimensionId, search: string): Promise<readonly DimensionValue[]> {
  try {
    return (await datasource.values(dimension, { search, limit: 200 })).values;
  } catch {
    return [];
  }
}

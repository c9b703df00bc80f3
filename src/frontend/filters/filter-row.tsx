import { t } from '@grafana/i18n';
import { type ComboboxOption, IconButton, Stack } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { Choice, Choices } from '../choice';
import { FILTER_DEFAULTS } from '../../shared/query/defaults';
import type { DimensionId, Operator } from '../../shared/words';
import { dimensionName } from '../i18n/catalog-names';
import { Named } from '../named';
import type { DimensionValue, QueryFilter, ValueLookup } from '../types';
import { wordOption } from './dimension-option';

interface Props {
  readonly lookup: ValueLookup;
  readonly id: string;
  /** From 1, for what is read out. */
  readonly position: number;
  readonly dimensions: readonly DimensionId[];
  readonly filter: QueryFilter;
  readonly onChange: (filter: QueryFilter) => void;
  readonly onRemove: () => void;
}

/** One filter: what, how, and which values, looked up in the helpdesk as one types. */
export function FilterRow({ lookup, id, position, dimensions, filter, onChange, onRemove }: Props) {
  const { field, op = FILTER_DEFAULTS.op, values = [] } = filter;
  const [known, remember] = useNames(lookup, field, values.length > 0);
  const lookUp = async (search: string): Promise<Array<ComboboxOption<string>>> => {
    const found = await valuesOf(lookup, field, search);
    remember(found);
    return found.map(({ id: value, name }) => ({ value, label: name }));
  };
  const isUnary = op === 'is_empty' || op === 'is_not_empty';
  const operators = operatorNames();
  return (
    <Stack direction="row" gap={0.5} alignItems="center">
      <Named id={`${id}-field`} name={t('filters.field', 'Filter {{position}}: what', { position })}>
        <Choice<DimensionId>
          width={20}
          value={field}
          options={(dimensions.includes(field) ? dimensions : [...dimensions, field]).map((value) => wordOption(value, dimensionName))}
          onChange={({ value }) => onChange({ ...filter, field: value, values: [] })}
        />
      </Named>
      <Named id={`${id}-operator`} name={t('filters.operator', 'Filter {{position}}: how', { position })}>
        <Choice<Operator>
          width={16}
          value={op}
          options={Object.entries(operators).map(([value, label]) => ({ value: value as Operator, label }))}
          onChange={({ value }) => onChange({ ...filter, op: value, values: value === 'is_empty' || value === 'is_not_empty' ? [] : values })}
        />
      </Named>
      {!isUnary && (
        // a width of its own would be taken for pixels when it counts how many values fit
        <div style={{ width: 440, minWidth: 160 }}>
          <Named id={`${id}-values`} name={t('filters.values', 'Filter {{position}}: values', { position })}>
            <Choices<string>
              createCustomValue
              placeholder={t('filters.values-hint', 'Choose, or write a variable such as $team')}
              value={values.map((value) => ({ value: String(value), label: known.get(String(value)) ?? String(value) }))}
              options={lookUp}
              onChange={(chosen) => onChange({ ...filter, values: chosen.map(({ value }) => value) })}
            />
          </Named>
        </div>
      )}
      <IconButton name="trash-alt" aria-label={t('filters.remove', 'Remove filter {{position}}', { position })} onClick={onRemove} />
    </Stack>
  );
}

function operatorNames(): Readonly<Record<Exclude<Operator, 'between'>, string>> {
  return {
    in: t('filters.operators.in', 'is one of'),
    not_in: t('filters.operators.not_in', 'is none of'),
    equals: t('filters.operators.equals', 'is'),
    not_equals: t('filters.operators.not_equals', 'is not'),
    contains: t('filters.operators.contains', 'contains'),
    is_empty: t('filters.operators.is_empty', 'is empty'),
    is_not_empty: t('filters.operators.is_not_empty', 'is not empty'),
  };
}

/** The names of ids, learnt from look-ups; the first values are looked up by themselves where there is something to name. */
function useNames(lookup: ValueLookup, dimension: DimensionId, isWanted: boolean): [ReadonlyMap<string, string>, (found: readonly DimensionValue[]) => void] {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const remember = (found: readonly DimensionValue[]) => setKnown((before) => new Map([...before, ...found.map(({ id, name }) => [id, name] as const)]));
  useEffect(() => {
    let isOver = false;
    if (isWanted) {
      void valuesOf(lookup, dimension, '').then((found) => !isOver && remember(found));
    }
    return () => {
      isOver = true;
    };
  }, [lookup, dimension, isWanted]);
  return [known, remember];
}

/** A helpdesk that cannot be asked now offers nothing; values can still be typed. */
async function valuesOf(lookup: ValueLookup, dimension: DimensionId, search: string): Promise<readonly DimensionValue[]> {
  try {
    return (await lookup.values(dimension, { search, limit: 200 })).values;
  } catch {
    return [];
  }
}

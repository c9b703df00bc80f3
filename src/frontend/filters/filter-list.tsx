import { t } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';

import type { DimensionId } from '../../shared/words';
import type { QueryFilter, ValueLookup } from '../types';
import { FilterRow } from './filter-row';

interface Props {
  readonly lookup: ValueLookup;
  /** Begins the ids of the controls. */
  readonly id: string;
  /** What can be filtered by. */
  readonly dimensions: readonly DimensionId[];
  readonly filters: readonly QueryFilter[];
  readonly onChange: (filters: QueryFilter[]) => void;
}

/** Filters, one a row; values may be variables such as $team. */
export function FilterList({ lookup, id, dimensions, filters, onChange }: Props) {
  return (
    // rows are as wide as the editor at most: the values' drop-down gives way
    <Stack direction="row" gap={1} alignItems="flex-start" minWidth={0}>
      <div style={{ paddingTop: 3 }}>
        <Text variant="bodySmall" weight="medium">
          {t('filters.title', 'Only where')}
        </Text>
      </div>
      <Stack direction="column" gap={0.5} minWidth={0}>
        {filters.map((filter, at) => (
          <FilterRow
            key={at}
            lookup={lookup}
            id={`${id}-filter-${at}`}
            position={at + 1}
            dimensions={dimensions}
            filter={filter}
            onChange={(changed) => onChange(filters.map((one, i) => (i === at ? changed : one)))}
            onRemove={() => onChange(filters.filter((_, i) => i !== at))}
          />
        ))}
        <div>
          <Button variant="secondary" size="sm" icon="plus" onClick={() => onChange([...filters, { field: dimensions[0], op: 'in', values: [] }])}>
            {t('filters.add', 'Add a filter')}
          </Button>
        </div>
      </Stack>
    </Stack>
  );
}

import { Button, IconButton, Stack } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { Json } from './draft';

interface Props {
  readonly list: readonly Json[];
  /** Undefined instead of an empty list, so that the default holds. */
  readonly onChange: (list: Json[] | undefined) => void;
  readonly add: string;
  /** What a new row has at first. */
  readonly fresh: Json;
  /** What removing a row is called, by its number from 1. */
  readonly removeName: (number: number) => string;
  readonly disabled: boolean;
  readonly renderRow: (one: Json, replace: (changed: Json) => void, row: number) => ReactNode;
}

/** A setting that is a list of objects, one a row. */
export function ListRows({ list, onChange, add, fresh, removeName, disabled, renderRow }: Props) {
  return (
    <Stack direction="column" gap={0.5}>
      {list.map((one, row) => (
        <Stack key={row} direction="row" gap={0.5} alignItems="center" wrap="wrap">
          {renderRow(one, (changed) => onChange(list.map((other, i) => (i === row ? changed : other))), row)}
          <IconButton
            name="trash-alt"
            aria-label={removeName(row + 1)}
            onClick={() => onChange(list.length === 1 ? undefined : list.filter((_, i) => i !== row))}
          />
        </Stack>
      ))}
      <div>
        <Button variant="secondary" size="sm" icon="plus" disabled={disabled} onClick={() => onChange([...list, fresh])}>
          {add}
        </Button>
      </div>
    </Stack>
  );
}

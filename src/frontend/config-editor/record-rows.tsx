import { t } from '@grafana/i18n';
import { Button, IconButton, Stack } from '@grafana/ui';
import { type ReactNode, useState } from 'react';

import type { Json } from './draft';

interface Props {
  readonly record: Json;
  readonly onChange: (record: Json) => void;
  readonly add: string;
  /** What a new row has at first. */
  readonly fresh?: unknown;
  readonly renderKey: (key: string, set: (key: string) => void, row: number) => ReactNode;
  readonly renderValue: (value: unknown, set: (value: unknown) => void, row: number, key: string) => ReactNode;
}

/** A setting that is a table of keys and values, one a row. A row without its key or value yet is not part of the setting, but stays on the page. */
export function RecordRows({ record, onChange, add, fresh, renderKey, renderValue }: Props) {
  const [unfinished, setUnfinished] = useState<{ key: string; value: unknown } | null>(null);
  const entries = Object.entries(record);
  const replace = (row: number, entry: [string, unknown] | null) =>
    onChange(Object.fromEntries(entries.flatMap((one, i) => (i === row ? (entry ? [entry] : []) : [one]))));
  const finish = (row: { key: string; value: unknown }) => {
    const isWhole = row.key !== '' && row.value !== undefined;
    setUnfinished(isWhole ? null : row);
    if (isWhole) {
      onChange({ ...record, [row.key]: row.value });
    }
  };
  return (
    <Stack direction="column" gap={0.5}>
      {entries.map(([key, value], row) => (
        <Stack key={key} direction="row" gap={0.5} alignItems="center">
          {renderKey(key, (changed) => replace(row, [changed, value]), row)}
          {renderValue(value, (changed) => replace(row, [key, changed]), row, key)}
          <IconButton name="trash-alt" aria-label={t('config.record.remove', 'Remove row {{row}}', { row: row + 1 })} onClick={() => replace(row, null)} />
        </Stack>
      ))}
      {unfinished && (
        <Stack direction="row" gap={0.5} alignItems="center">
          {renderKey(unfinished.key, (key) => finish({ ...unfinished, key }), entries.length)}
          {renderValue(unfinished.value, (value) => finish({ ...unfinished, value }), entries.length, unfinished.key)}
          <IconButton
            name="trash-alt"
            aria-label={t('config.record.remove', 'Remove row {{row}}', { row: entries.length + 1 })}
            onClick={() => setUnfinished(null)}
          />
        </Stack>
      )}
      <div>
        <Button variant="secondary" size="sm" icon="plus" disabled={unfinished !== null} onClick={() => setUnfinished({ key: '', value: fresh })}>
          {add}
        </Button>
      </div>
    </Stack>
  );
}

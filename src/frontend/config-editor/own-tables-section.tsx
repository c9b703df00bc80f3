import { t } from '@grafana/i18n';
import { Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';

import { Choice } from '../choice';
import { OWN_TABLES } from '../../shared/words';
import { Named } from '../named';
import { isJson, read, type SectionProps, textOf } from './draft';
import { RecordRows } from './record-rows';
import { Section } from './section';
import { toldOwnTables } from './told';

/** Which tables come from a file, or from another table of the database, because the helpdesk does not keep them. */
export function OwnTablesSection({ json, change, disabled }: SectionProps) {
  const tables = isJson(json.tables) ? json.tables : {};
  const isOfFiles = read(json, ['source', 'type']) === 'files';
  return (
    <Section
      title={t('config.own-tables.title', 'What the helpdesk does not keep')}
      told={toldOwnTables(json)}
      page="docs/availability.md#tables-and-files-of-your-own"
      disabled={disabled}
    >
      <Field
        label={t('config.own-tables.label', 'Tables from elsewhere')}
        noMargin
        description={t(
          'config.own-tables.help',
          'Each replaces the helpdesk’s own as a whole: a CSV or Parquet file, such as a shift planner’s export, or a table or view of the same database.'
        )}
      >
        <div>
          <RecordRows
            record={tables}
            onChange={(changed) => change(['tables'], changed)}
            add={t('config.own-tables.add', 'Add a table')}
            fresh={isOfFiles ? { file: '' } : { table: '' }}
            renderKey={(table, set, row) => (
              <Named id={`helpdesk-own-table-${row}`} name={t('config.own-tables.table', 'Table {{row}}', { row: row + 1 })}>
                <Choice
                  width={26}
                  value={table || null}
                  placeholder={t('config.own-tables.table-hint', 'Table')}
                  options={OWN_TABLES.filter((value) => value === table || !(value in tables)).map((value) => ({ value, label: value }))}
                  onChange={({ value }) => set(value)}
                />
              </Named>
            )}
            renderValue={(place, set, row) => {
              const kind = isJson(place) && 'table' in place ? 'table' : 'file';
              return (
                <Stack direction="row" gap={0.5} alignItems="center">
                  <RadioButtonGroup<'file' | 'table'>
                    aria-label={t('config.own-tables.kind', 'Where table {{row}} is', { row: row + 1 })}
                    value={kind}
                    onChange={(chosen) => set({ [chosen]: textOf(isJson(place) ? place[kind] : '') })}
                    disabled={disabled}
                    options={[
                      { value: 'file', label: t('config.own-tables.file', 'File') },
                      // files have no tables besides themselves
                      { value: 'table', label: t('config.own-tables.in-database', 'Table'), ...(isOfFiles ? { disabled: true } : {}) },
                    ]}
                  />
                  <Input
                    id={`helpdesk-own-place-${row}`}
                    aria-label={t('config.own-tables.place', 'Place of table {{row}}', { row: row + 1 })}
                    width={50}
                    placeholder={kind === 'file' ? '/srv/planner/shifts.csv' : 'planner.shifts'}
                    value={textOf(isJson(place) ? place[kind] : '')}
                    onChange={(event) => set({ [kind]: event.currentTarget.value })}
                  />
                </Stack>
              );
            }}
          />
        </div>
      </Field>
    </Section>
  );
}

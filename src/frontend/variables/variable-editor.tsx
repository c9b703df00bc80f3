import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, Input, Stack } from '@grafana/ui';

import { Choice } from '../choice';
import type { DimensionId } from '../../shared/words';
import { useCustomFields } from '../filters/custom-fields';
import { wordOption } from '../filters/dimension-option';
import { FILTER_DIMENSIONS } from '../filters/dimensions';
import { FilterList } from '../filters/filter-list';
import { dimensionName } from '../i18n/catalog-names';
import type { DataSourceQuery, DataSourceSettings, LookupSource, VariableQuery } from '../types';

type Props = QueryEditorProps<LookupSource, DataSourceQuery, DataSourceSettings, VariableQuery>;

/** Which values a dashboard variable offers. */
export function VariableEditor({ datasource, query, onChange, onRunQuery }: Props) {
  const dimensions = [...FILTER_DIMENSIONS, ...useCustomFields(datasource)];
  // only what is a variable's of ours: the query may have been another data source's
  const changed = (own: Partial<VariableQuery>): VariableQuery => ({
    refId: query.refId || 'variable',
    dimension: query.dimension,
    filters: query.filters ?? [],
    ...(query.search ? { search: query.search } : {}),
    ...own,
  });
  const change = (own: Partial<VariableQuery>) => {
    onChange(changed(own));
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      <Field label={t('variables.editor.dimension', 'Values of')} noMargin>
        <Choice<DimensionId>
          id="helpdesk-variable-dimension"
          value={query.dimension ?? null}
          options={[...new Set([...dimensions, ...(query.dimension ? [query.dimension] : [])])].map((value) => wordOption(value, dimensionName))}
          onChange={({ value }) => change({ dimension: value })}
        />
      </Field>
      <FilterList
        lookup={datasource}
        id="helpdesk-variable"
        dimensions={dimensions.filter((id) => id !== query.dimension)}
        filters={query.filters ?? []}
        onChange={(filters) => change({ filters })}
      />
      <Field
        label={t('variables.editor.search', 'Name contains')}
        description={t('variables.editor.search-help', 'Only values whose name or id holds this text; all where it is empty.')}
        noMargin
      >
        <Input
          id="helpdesk-variable-search"
          value={query.search ?? ''}
          onChange={(event) => onChange(changed({ search: event.currentTarget.value }))}
          onBlur={onRunQuery}
        />
      </Field>
    </Stack>
  );
}

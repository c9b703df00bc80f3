import { t } from '@grafana/i18n';
import { Combobox, MultiCombobox, RadioButtonGroup, Switch } from '@grafana/ui';

import type { Metric } from '../../shared/catalog/metric';
import { INCLUDES } from '../../shared/words';
import { applicable } from './applicable';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { includeName, ownerNames } from './option-names';
import { optionsOf, type PartProps } from './parts';
import { settled } from './settled';

/** The metric's own options: what counts, and how. */
export function CountingFields({ query, id, metric, onChange }: PartProps & { readonly metric: Metric }) {
  const can = applicable(metric);
  const { ownerAt } = settled(query, metric);
  const owners = ownerNames();
  return (
    <>
      {can.withinMinutes && (
        <NumberField
          id={`${id}-within`}
          label={t('editor.within.label', 'Due within minutes')}
          value={query.withinMinutes ?? 30}
          least={0}
          onChange={(value) => onChange({ withinMinutes: value ?? undefined })}
        />
      )}
      {can.close && (
        <EditorField label={t('editor.close.label', 'Until')}>
          <RadioButtonGroup<string>
            aria-label={t('editor.close.label', 'Until')}
            value={query.close ?? 'last'}
            onChange={(close) => onChange({ close })}
            options={[
              { value: 'last', label: t('editor.close.last', 'Last close') },
              { value: 'first', label: t('editor.close.first', 'First close') },
            ]}
          />
        </EditorField>
      )}
      {can.ownerAt && (
        <EditorField label={t('editor.owner-at.label', 'Owner is')} width={30}>
          <Combobox<string>
            id={`${id}-owner-at`}
            value={ownerAt}
            options={optionsOf(Object.keys(owners), (word) => owners[word] ?? word, [ownerAt])}
            onChange={({ value }) => onChange({ ownerAt: value === (metric.defaults.ownerAt ?? 'event') ? undefined : value })}
          />
        </EditorField>
      )}
      {can.include && (
        <EditorField label={t('editor.include.label', 'Also count')} width={30}>
          <MultiCombobox<string>
            id={`${id}-include`}
            value={[...(query.include ?? [])]}
            options={optionsOf(INCLUDES, includeName, query.include)}
            placeholder={t('editor.include.placeholder', 'Nothing else')}
            onChange={(chosen) => onChange({ include: chosen.map(({ value }) => value) })}
          />
        </EditorField>
      )}
      {can.includeOffline && (
        <EditorField label={t('editor.offline.label', 'Count offline time')}>
          <Switch id={`${id}-offline`} value={query.includeOffline ?? false} onChange={(event) => onChange({ includeOffline: event.currentTarget.checked })} />
        </EditorField>
      )}
    </>
  );
}

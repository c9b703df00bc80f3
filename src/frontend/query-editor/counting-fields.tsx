import { t } from '@grafana/i18n';
import { RadioButtonGroup, Switch } from '@grafana/ui';

import { Choice, Choices } from '../choice';
import { DEFAULT_BANDS } from '../../shared/catalog/bands';
import type { Metric } from '../../shared/catalog/metric';
import { applicable } from '../../shared/query/applicable';
import { settle } from '../../shared/query/settle';
import { DurationField } from './duration-field';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { includeName, ownerNames } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

/** The metric's own options: what counts, and how. */
export function CountingFields({ query, id, metric, isAlerting, onChange }: PartProps & { readonly metric: Metric }) {
  const can = applicable(metric);
  const { withinMinutes, bands, beyondTarget, close, ownerAt, include, includeOffline } = settle(query, metric, { alert: isAlerting });
  const owners = ownerNames();
  return (
    <>
      {can.withinMinutes && (
        <NumberField
          id={`${id}-within`}
          label={t('editor.within.label', 'Due within (min)')}
          value={withinMinutes}
          least={0}
          onChange={(value) => onChange({ withinMinutes: value ?? undefined })}
        />
      )}
      {can.bands && (
        <DurationField
          id={`${id}-bands`}
          label={t('editor.bands.label', 'Bands cut at')}
          values={query.bands === undefined ? [] : bands}
          placeholder={DEFAULT_BANDS.join(', ')}
          isList
          onChange={(edges) => onChange({ bands: edges.length === 0 ? undefined : edges })}
        />
      )}
      {can.beyondTarget && query.kind !== 'records' && (
        <EditorField label={t('editor.beyond-target.label', 'Beyond target')}>
          <Switch id={`${id}-beyond-target`} value={beyondTarget} onChange={(event) => onChange({ beyondTarget: event.currentTarget.checked })} />
        </EditorField>
      )}
      {can.close && (
        <EditorField label={t('editor.close.label', 'Until')}>
          <RadioButtonGroup<string>
            aria-label={t('editor.close.label', 'Until')}
            value={close}
            onChange={(chosen) => onChange({ close: chosen })}
            options={[
              { value: 'last', label: t('editor.close.last', 'Last close') },
              { value: 'first', label: t('editor.close.first', 'First close') },
            ]}
          />
        </EditorField>
      )}
      {can.ownerAt && (
        <EditorField label={t('editor.owner-at.label', 'Owner and team')} width={30}>
          <Choice<string>
            id={`${id}-owner-at`}
            value={ownerAt}
            options={optionsOf(Object.keys(owners), (word) => owners[word] ?? word, [ownerAt])}
            onChange={({ value }) => onChange({ ownerAt: value === settle({ metric: metric.id }, metric).ownerAt ? undefined : value })}
          />
        </EditorField>
      )}
      {can.include && (
        <EditorField label={t('editor.include.label', 'Also count')} width={30}>
          <Choices<string>
            id={`${id}-include`}
            value={[...include]}
            options={optionsOf(metric.includes, includeName, include)}
            placeholder={t('editor.include.placeholder', 'Nothing else')}
            onChange={(chosen) => onChange({ include: chosen.map(({ value }) => value) })}
          />
        </EditorField>
      )}
      {can.includeOffline && (
        <EditorField label={t('editor.offline.label', 'Count offline time')}>
          <Switch id={`${id}-offline`} value={includeOffline} onChange={(event) => onChange({ includeOffline: event.currentTarget.checked })} />
        </EditorField>
      )}
    </>
  );
}

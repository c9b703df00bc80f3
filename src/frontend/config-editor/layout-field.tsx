import { t } from '@grafana/i18n';
import { Combobox, Field } from '@grafana/ui';

import { type ConnectionType, DEFAULT_LAYOUT, LAYOUT_CHOICES, type LayoutChoice } from '../../shared/layouts';
import { type Json, read, type SectionProps, textOf } from './draft';

const PATH = ['source', 'layout'];

interface Props extends Pick<SectionProps, 'change'> {
  readonly json: Json;
  readonly connection: ConnectionType;
}

/** Whose tables they are: a layout that can be read over the connection. */
export function LayoutField({ json, change, connection }: Props) {
  const layouts: Array<[string, LayoutChoice]> = Object.entries(LAYOUT_CHOICES);
  return (
    <Field label={t('config.source.layout', 'Whose tables they are')}>
      <Combobox
        id="helpdesk-layout"
        width={40}
        value={textOf(read(json, PATH)) || DEFAULT_LAYOUT}
        onChange={({ value }) => change(PATH, value === DEFAULT_LAYOUT ? undefined : value)}
        options={layouts
          .filter(([, { connections }]) => connections.includes(connection))
          .map(([value, { label }]) => ({ value, label: value === DEFAULT_LAYOUT ? t('config.source.canonical', 'Canonical tables') : label }))}
      />
    </Field>
  );
}

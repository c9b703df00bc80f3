import { t } from '@grafana/i18n';
import { Field, RadioButtonGroup } from '@grafana/ui';
import { useRef } from 'react';

import { CONNECTIONS } from '../../shared/layouts';
import { FILES_DEFAULTS } from '../../shared/setting-defaults';
import type { SourceSettings } from '../../shared/settings';
import { PLAIN } from '../i18n/plain';
import { checkDuration, checkTicketUrl } from './check';
import { DatabaseFields } from './database-fields';
import { type ConfigProps, isJson, type Json, read, type SectionProps } from './draft';
import { LayoutField } from './layout-field';
import { LayoutOptions } from './layout-options';
import { ReadingFields } from './reading-fields';
import { TextSetting } from './text-setting';
import { Section } from './section';
import { sourceNames } from './setting-words';
import { toldSource } from './told';

/** Where the helpdesk's tables are read from. */
export function SourceSection({ json, change, disabled, options, onOptionsChange }: SectionProps & Pick<ConfigProps, 'options' | 'onOptionsChange'>) {
  const type = read(json, ['source', 'type']);
  // what was written for one kind of source is there again after a look at the other
  const written = useRef(new Map<unknown, Json>());
  const choose = (chosen: SourceSettings['type']) => {
    if (isJson(json.source)) {
      written.current.set(type, json.source);
    }
    change(['source'], written.current.get(chosen) ?? { type: chosen });
  };
  return (
    <Section title={t('config.source.title', 'Helpdesk')} told={toldSource(json)} page="docs/connect.md" isOpen={!isType(type)} disabled={disabled}>
      <Field label={t('config.source.type', 'Its tables are in')} useFieldset>
        <RadioButtonGroup<SourceSettings['type']>
          id="helpdesk-source-type"
          value={isType(type) ? type : undefined}
          onChange={choose}
          disabled={disabled}
          options={(['postgres', 'mysql', 'files'] as const).map((value) => ({ value, label: sourceNames()[value] }))}
        />
      </Field>
      {isType(type) && <LayoutField json={json} change={change} connection={type} />}
      {isType(type) && <LayoutOptions json={json} change={change} connection={type} />}
      {type === 'files' && (
        <>
          <TextSetting
            id="helpdesk-path"
            label={t('config.source.path', 'Path')}
            json={json}
            path={['source', 'path']}
            change={change}
            required
            width={60}
            description={t(
              'config.source.path-help',
              'A folder of CSV or Parquet files, one a table, or one DuckDB file. It must be where the Grafana administrator allows it.'
            )}
          />
          <TextSetting
            id="helpdesk-read-timeout"
            label={t('config.source.timeout', 'Time limit')}
            json={json}
            path={['source', 'readTimeout']}
            change={change}
            placeholder={FILES_DEFAULTS.readTimeout}
            check={checkDuration}
            width={12}
            description={t('config.source.timeout-help', 'How long reading one table may take.')}
          />
        </>
      )}
      {isType(type) && type !== 'files' && <DatabaseFields type={type} json={json} change={change} options={options} onOptionsChange={onOptionsChange} />}
      {isType(type) && <ReadingFields json={json} change={change} />}
      <TextSetting
        id="helpdesk-ticket-url"
        label={t('config.source.ticket-url', 'Address of a ticket')}
        json={json}
        path={['ticketUrl']}
        change={change}
        placeholder="https://desk.example.com/tickets/{id}"
        check={checkTicketUrl}
        width={60}
        description={t(
          'config.source.ticket-url-help',
          'Tables of tickets then link to the helpdesk. {{id}} stands for a ticket’s id, {{number}} for its number.',
          {
            id: '{id}',
            number: '{number}',
            ...PLAIN,
          }
        )}
      />
    </Section>
  );
}

function isType(type: unknown): type is SourceSettings['type'] {
  return typeof type === 'string' && Object.hasOwn(CONNECTIONS, type);
}

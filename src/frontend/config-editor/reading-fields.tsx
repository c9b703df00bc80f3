import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useState } from 'react';

import { FILES_DEFAULTS } from '../../shared/setting-defaults';
import { read, type SectionProps, textOf } from './draft';
import { ZoneField } from './zone-field';

/** How the helpdesk's values are read: in which time zone instants are that say none, and which ids mean nobody. */
export function ReadingFields({ json, change }: Omit<SectionProps, 'disabled'>) {
  const ids = Array.isArray(json.unassignedIds) ? json.unassignedIds.map(textOf) : [];
  // a comma that was just typed is not yet an id
  const [typed, setTyped] = useState(ids.join(', '));
  const isSame = idsIn(typed).join() === ids.join();
  return (
    <>
      <ZoneField
        id="helpdesk-database-zone"
        label={t('config.reading.zone', 'Instants without a zone are in')}
        value={textOf(read(json, ['source', 'databaseTimeZone']) ?? FILES_DEFAULTS.databaseTimeZone)}
        onChange={(zone) => change(['source', 'databaseTimeZone'], zone)}
        description={t(
          'config.reading.zone-help',
          'For dates and times that the helpdesk keeps as its own clock shows them. “Save & test” says which columns these are.'
        )}
      />
      <Field
        label={t('config.reading.nobody', 'Ids that mean nobody')}
        description={t(
          'config.reading.nobody-help',
          'Where the helpdesk writes an id, such as 0 or 1, for a ticket without an owner or a team. Several are parted by commas.'
        )}
      >
        <Input
          id="helpdesk-unassigned-ids"
          width={40}
          placeholder={t('config.reading.none', 'None')}
          value={isSame ? typed : ids.join(', ')}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            const written = idsIn(value);
            change(['unassignedIds'], written.length > 0 ? written : undefined);
          }}
        />
      </Field>
    </>
  );
}

function idsIn(text: string): string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';

import { durationMs } from '../../shared/formats';
import { SETTING_DEFAULTS, STORE_DEFAULTS } from '../../shared/setting-defaults';
import { checkDuration, checkSize, checkThreads } from './check';
import { type SectionProps, textOf } from './draft';
import { TextSetting } from './text-setting';
import { Section } from './section';
import { toldStore } from './told';

/** Where the plugin keeps what it read, and how often it reads anew. */
export function StoreSection({ json, change, disabled }: SectionProps) {
  const setting = { json, change };
  const [interval, maxAge] = [textOf(json.refreshInterval) || SETTING_DEFAULTS.refreshInterval, textOf(json.maxAge) || SETTING_DEFAULTS.maxAge];
  const isTooStrict = checkDuration(interval) === null && checkDuration(maxAge) === null && durationMs(maxAge) < durationMs(interval);
  return (
    <Section title={t('config.store.title', 'Store and refresh')} told={toldStore(json)} page="docs/operations.md#how-old-the-data-is" disabled={disabled}>
      <TextSetting
        {...setting}
        id="helpdesk-refresh"
        label={t('config.store.refresh', 'Read the helpdesk every')}
        path={['refreshInterval']}
        placeholder={SETTING_DEFAULTS.refreshInterval}
        check={checkDuration}
        width={12}
      />
      <TextSetting
        {...setting}
        id="helpdesk-max-age"
        label={t('config.store.max-age', 'Alert rules fail when the data is older than')}
        path={['maxAge']}
        placeholder={SETTING_DEFAULTS.maxAge}
        check={checkDuration}
        width={12}
        description={t('config.store.max-age-help', 'Dashboards show older data with a warning.')}
      />
      {isTooStrict && (
        <Alert
          severity="warning"
          title={t('config.store.too-strict', 'Alert rules would fail between two refreshes: let the data be at least as old as the time between them.')}
        />
      )}
      <TextSetting
        {...setting}
        id="helpdesk-overlap"
        label={t('config.store.overlap', 'Rows may be committed late by')}
        path={['store', 'overlap']}
        placeholder={STORE_DEFAULTS.overlap}
        check={checkDuration}
        width={12}
        description={t('config.store.overlap-help', 'Of a database only changes are read. Reading starts again this long before the newest row that was read.')}
      />
      <TextSetting
        {...setting}
        id="helpdesk-sweep"
        label={t('config.store.sweep', 'Look for deleted rows every')}
        path={['store', 'sweepInterval']}
        placeholder={STORE_DEFAULTS.sweepInterval}
        check={checkDuration}
        width={12}
        description={t('config.store.sweep-help', 'The database adds up the keys of all rows. Rows that came too late for the changes are found too.')}
      />
      <TextSetting
        {...setting}
        id="helpdesk-reload"
        label={t('config.store.reload', 'Read everything anew every')}
        path={['store', 'reloadInterval']}
        placeholder={STORE_DEFAULTS.reloadInterval}
        check={checkDuration}
        width={12}
        description={t('config.store.reload-help', 'So that what no change shows is seen too, such as old rows that were edited and do not say when.')}
      />
      <TextSetting
        {...setting}
        id="helpdesk-directory"
        label={t('config.store.directory', 'Folder of the store')}
        path={['store', 'directory']}
        width={60}
        description={t('config.store.directory-help', 'The plugin’s own data folder where it is empty. It must be where the Grafana administrator allows it.')}
      />
      <TextSetting
        {...setting}
        id="helpdesk-memory"
        label={t('config.store.memory', 'Memory')}
        path={['store', 'memoryLimit']}
        placeholder={STORE_DEFAULTS.memoryLimit}
        check={checkSize}
        width={12}
        description={t('config.store.memory-help', 'The most that the store may use.')}
      />
      <TextSetting
        {...setting}
        id="helpdesk-threads"
        label={t('config.store.threads', 'Threads')}
        path={['store', 'threads']}
        check={checkThreads}
        isNumber
        width={12}
        description={t('config.store.threads-help', 'One for each core, four at most, where it is empty.')}
      />
    </Section>
  );
}

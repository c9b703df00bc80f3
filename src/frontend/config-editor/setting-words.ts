import { t } from '@grafana/i18n';

import { SETTING_DEFAULTS } from '../../shared/setting-defaults';
import type { SourceSettings } from '../../shared/settings';
import { CONNECTIONS } from '../../shared/layouts';
import type { WeekStart } from '../../shared/words';
import { type Json, textOf } from './draft';

/** What places that tables are read from are called. */
export function sourceNames(): Readonly<Record<SourceSettings['type'], string>> {
  return { ...CONNECTIONS, files: t('config.source.files', 'Files') };
}

/** What the days are called that a week may start on. */
export function weekStartNames(): Readonly<Record<WeekStart, string>> {
  return {
    monday: t('config.time.monday', 'Monday'),
    sunday: t('config.time.sunday', 'Sunday'),
    saturday: t('config.time.saturday', 'Saturday'),
  };
}

/** The statuses in which SLA clocks stand still: as they are written, else the usual ones. */
export function pausingOf({ pausingStatuses }: Json): readonly string[] {
  return Array.isArray(pausingStatuses) ? pausingStatuses.map(textOf) : SETTING_DEFAULTS.pausingStatuses;
}

import { t } from '@grafana/i18n';

import { PLAIN } from '../../i18n/plain';
import type { LoadProgress } from '../../data-status/store-status';

/** What a load is doing, in a sentence for whoever set the data source up: the backend's steps name its own parts. */
export function stepSentence({ step, done, total }: LoadProgress): string {
  const [verb, table] = step.split(' ');
  if (verb === 'connecting') {
    return t('config.status.connecting', 'Connecting.');
  }
  if (verb === 'reading' && table !== 'histories') {
    return total === null && done > 0
      ? t('config.status.reading-rows', 'Reading the table “{{table}}”: {{rows}} rows.', { table, rows: done.toLocaleString(), ...PLAIN })
      : t('config.status.reading', 'Reading the table “{{table}}”.', { table, ...PLAIN });
  }
  return verb === 'saving' ? t('config.status.saving', 'Saving what was computed.') : t('config.status.computing', 'Computing what the reports need.');
}

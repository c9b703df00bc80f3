import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

import type { EmptyReport } from '../../../shared/findings';
import { OWN_TABLES } from '../../../shared/words';
import { metricName } from '../../i18n/catalog-names';
import { PLAIN } from '../../i18n/plain';

/** The reports that have nothing to show, and what each needs; nothing where all have. */
export function EmptyReports({ reports }: { readonly reports: readonly EmptyReport[] }) {
  return reports.length === 0 ? null : (
    <>
      <Text element="p">{t('config.findings.empty', 'These reports have no data, and what each needs:')}</Text>
      <ul aria-label={t('config.findings.empty-list', 'Reports without data')} style={{ paddingLeft: 16 }}>
        {reports.map(({ metric, needs }) => (
          <li key={metric}>
            <Text>{t('config.findings.needs', '{{report}}: rows in {{tables}}', { report: metricName(metric), tables: needs.join(', '), ...PLAIN })}</Text>
          </li>
        ))}
      </ul>
      {reports.some(({ needs }) => needs.some((table) => (OWN_TABLES as readonly string[]).includes(table))) && (
        <Text element="p" color="secondary">
          {t(
            'config.findings.supply',
            'Working hours, SLA targets and availability can also come from these settings, or from files and tables of your own: docs/availability.md says how.'
          )}
        </Text>
      )}
    </>
  );
}

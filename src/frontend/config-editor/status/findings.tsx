import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { OWN_TABLES } from '../../../shared/words';
import { PLAIN } from '../../i18n/plain';
import { metricName } from '../../i18n/catalog-names';
import type { HealthDetails, SavedHelpdesk } from '../saved-helpdesk';

interface Props {
  readonly saved: SavedHelpdesk;
  /** Which state of the data: another one is looked at anew. */
  readonly generation: number | null;
}

/** What was found in the helpdesk: tables with their rows, and the reports that have nothing to show. */
export function Findings({ saved, generation }: Props) {
  const [details, setDetails] = useState<HealthDetails | null>(null);
  useEffect(() => {
    let isOver = false;
    // what fails here, "Save & test" says in full
    saved.health().then(
      (health) => !isOver && setDetails(health.details),
      () => !isOver && setDetails(null)
    );
    return () => {
      isOver = true;
    };
  }, [saved, generation]);
  const tables = Object.entries(details?.tables ?? {});
  const empty = details?.reportsWithoutData ?? [];
  const remarks = details?.remarks ?? [];
  return (
    <>
      {details?.hint && <Alert severity="info" title={details.hint} />}
      {tables.length > 0 && (
        <table aria-label={t('config.findings.tables', 'Tables of the helpdesk')} style={{ width: 'auto', alignSelf: 'flex-start' }}>
          <thead>
            <tr>
              <th scope="col" style={{ textAlign: 'left', paddingRight: 24 }}>
                {t('config.findings.table', 'Table')}
              </th>
              <th scope="col" style={{ textAlign: 'right' }}>
                {t('config.findings.rows', 'Rows')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map(([name, { rows }]) => (
              <tr key={name}>
                <td style={{ paddingRight: 24 }}>
                  <Text>{name}</Text>
                </td>
                <td style={{ textAlign: 'right' }}>
                  <Text tabular>{rows === null ? '–' : rows.toLocaleString()}</Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {remarks.length > 0 && (
        <ul aria-label={t('config.findings.remarks', 'Remarks on the helpdesk')} style={{ paddingLeft: 16 }}>
          {remarks.map(({ kind, text }) => (
            <li key={text}>
              <Text color={kind === 'warning' || kind === 'unused' ? 'warning' : undefined}>{text}</Text>
            </li>
          ))}
        </ul>
      )}
      {empty.length > 0 && (
        <>
          <Text element="p">{t('config.findings.empty', 'These reports have no data, and what each needs:')}</Text>
          <ul aria-label={t('config.findings.empty-list', 'Reports without data')} style={{ paddingLeft: 16 }}>
            {empty.map(({ metric, needs }) => (
              <li key={metric}>
                <Text>{t('config.findings.needs', '{{report}}: rows in {{tables}}', { report: metricName(metric), tables: needs.join(', '), ...PLAIN })}</Text>
              </li>
            ))}
          </ul>
          {empty.some(({ needs }) => needs.some((table) => (OWN_TABLES as readonly string[]).includes(table))) && (
            <Text element="p" color="secondary">
              {t(
                'config.findings.supply',
                'Working hours, SLA targets and availability can also come from these settings, or from files and tables of your own: docs/availability.md says how.'
              )}
            </Text>
          )}
        </>
      )}
    </>
  );
}

import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useEffect, useState } from 'react';

import type { HealthDetails, SavedHelpdesk } from '../saved-helpdesk';
import { EmptyReports } from './empty-reports';
import { LeftOut } from './left-out';
import { Remarks } from './remarks';

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
  const remarks = details?.remarks ?? [];
  return (
    <>
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
                  <Text tabular>{counted(rows ?? details?.rows?.[name])}</Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tables.length > 0 && <LeftOut remarks={remarks} rows={details?.rows ?? {}} />}
      <Remarks remarks={remarks.filter(({ leftOut }) => leftOut === undefined)} />
      <EmptyReports reports={details?.reportsWithoutData ?? []} />
    </>
  );
}

/** A number of rows, the store's where the source gives none (of a view). */
function counted(rows: number | undefined): string {
  return rows === undefined ? '–' : rows.toLocaleString();
}

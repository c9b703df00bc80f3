import { t } from '@grafana/i18n';
import { useEffect, useState } from 'react';

import { PLAIN } from '../../i18n/plain';
import type { HealthDetails, SavedHelpdesk } from '../saved-helpdesk';
import { EmptyReports } from './empty-reports';
import { Folded } from './folded';
import { LeftOut } from './left-out';
import { Remarks } from './remarks';
import { TableRows } from './table-rows';

interface Props {
  readonly saved: SavedHelpdesk;
  /** Which state of the data: another one is looked at anew. */
  readonly generation: number | null;
}

/** What was found in the helpdesk: first what no report counts, then remarks; tables with their rows and reports that have nothing to show when they are unfolded. */
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
  if (details === null) {
    return null;
  }
  const { remarks = [], rows = {}, tables, reportsWithoutData = [] } = details;
  const counts = Object.entries(tables ?? {}).map(([name, table]) => ({ name, rows: table.rows ?? rows[name] ?? null }));
  return (
    <>
      {counts.length > 0 && <LeftOut remarks={remarks} rows={rows} />}
      <Remarks remarks={remarks.filter(({ leftOut }) => leftOut === undefined)} />
      <TableRows counts={counts} />
      {reportsWithoutData.length > 0 && (
        <Folded label={t('config.findings.without', 'Reports without data: {{many}}', { many: reportsWithoutData.length, ...PLAIN })}>
          <EmptyReports reports={reportsWithoutData} />
        </Folded>
      )}
    </>
  );
}

import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

import { PLAIN } from '../../i18n/plain';
import { Folded } from './folded';

/** A table and how many rows it has; null where nobody knows. */
interface Count {
  readonly name: string;
  readonly rows: number | null;
}

/** The tables of the helpdesk and how many rows each has; nothing where none is known. */
export function TableRows({ counts }: { readonly counts: readonly Count[] }) {
  if (counts.length === 0) {
    return null;
  }
  const empty = counts.filter(({ rows }) => rows === 0).length;
  const given = { full: counts.length - empty, empty, ...PLAIN };
  return (
    <Folded
      label={
        empty === 0
          ? t('config.findings.full', 'Tables: {{full}}, all with rows', given)
          : t('config.findings.told', 'Tables: {{full}} with rows, {{empty}} without', given)
      }
    >
      <table aria-label={t('config.findings.tables', 'Tables of the helpdesk')} style={{ width: 'auto' }}>
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
          {counts.map(({ name, rows }) => (
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
    </Folded>
  );
}

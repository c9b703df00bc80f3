import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';

import type { LeftOut as Rows, Remark } from '../../../shared/findings';
import { PLAIN } from '../../i18n/plain';
import { Told } from './told-remark';

interface Props {
  readonly remarks: readonly Remark[];
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
}

/** A remark on rows that are in no answer. */
type OfLeftOut = Remark & { readonly leftOut: Rows };

/** Which rows no answer holds: of which table, how many of how many, why, and what mends it. */
export function LeftOut({ remarks, rows }: Props) {
  const found = remarks.filter((remark): remark is OfLeftOut => remark.leftOut !== undefined);
  return found.length === 0 ? (
    <Text element="p" color="secondary">
      {t('config.left-out.none', 'No row is left out: every report counts all that it should.')}
    </Text>
  ) : (
    <Stack direction="column" gap={0.5}>
      <Text element="p">{t('config.left-out.title', 'Left out of every report:')}</Text>
      <ul aria-label={t('config.left-out.list', 'Rows that are left out')} style={{ paddingLeft: 16, maxWidth: '100ch', overflowWrap: 'anywhere' }}>
        {found.map((remark) => (
          <li key={remark.text} style={{ marginBottom: 4 }}>
            <Told remark={remark} text={said(remark.leftOut, rows[remark.leftOut.table])} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function said({ table, rows, reason }: Rows, all: number | undefined): string {
  const given = { table, reason, rows: rows.toLocaleString(), all: all?.toLocaleString(), ...PLAIN };
  return all === undefined
    ? t('config.left-out.rows', '{{table}}: {{rows}} rows: {{reason}}.', given)
    : t('config.left-out.rows-of', '{{table}}: {{rows}} of {{all}} rows: {{reason}}.', given);
}

import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Button, Stack, Text } from '@grafana/ui';
import { useEffect, useMemo, useRef } from 'react';

import { PLAIN } from '../i18n/plain';
import { ago } from './relative-time';
import type { StatusSource } from './store-status';
import { isBusy, useStatus } from './use-status';

interface Props {
  readonly source: Pick<StatusSource, 'status' | 'refresh'>;
  /** Called when a refresh that was asked for here has read the helpdesk. */
  readonly onRefreshed: () => void;
}

/** How fresh the data is, in a line; Editors can ask for a refresh, and are told why one failed. Nothing where it is not known. */
export function DataLine({ source, onRefreshed }: Props) {
  const watched = useMemo(() => ({ hasSource: () => true, status: () => source.status(), refresh: () => source.refresh() }), [source]);
  const { status, problem, isAsked, refresh } = useStatus(watched);
  const checkedAt = status?.checkedAt ?? null;
  const before = useRef(checkedAt);
  useEffect(() => {
    if (isAsked && before.current !== null && checkedAt !== null && checkedAt > before.current) {
      onRefreshed();
    }
    before.current = checkedAt ?? before.current;
  }, [isAsked, checkedAt, onRefreshed]);
  const failed = isAsked ? (problem ?? status?.lastError ?? null) : (status?.lastError ?? null);
  if (status === null && failed === null) {
    return null;
  }
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <div role="status" aria-label={t('data.line.label', 'How fresh the data is')}>
        {status !== null && (
          <Text variant="bodySmall" color="secondary">
            {isBusy(status)
              ? t('data.line.reading', 'The helpdesk is being read.')
              : checkedAt !== null && t('data.line.as-of', 'Data as of {{ago}}.', { ago: ago(checkedAt), ...PLAIN })}
            {!isBusy(status) &&
              status.nextRefreshAt !== null &&
              ` ${t('data.line.next', 'The next refresh is {{when}}.', { when: ago(status.nextRefreshAt), ...PLAIN })}`}
          </Text>
        )}
        {failed !== null && (
          <Text element="p" variant="bodySmall" color="warning">
            {t('data.line.failed', 'The last refresh failed: {{problem}}', { problem: failed, ...PLAIN })}
          </Text>
        )}
      </div>
      {mayRefresh() && (
        <Button variant="secondary" fill="text" size="sm" icon="sync" disabled={status !== null && isBusy(status)} onClick={refresh}>
          {t('data.line.refresh', 'Refresh now')}
        </Button>
      )}
    </Stack>
  );
}

/** Whether the backend would let this user refresh. */
function mayRefresh(): boolean {
  const role: string = config.bootData?.user?.orgRole ?? '';
  return role === 'Editor' || role === 'Admin';
}

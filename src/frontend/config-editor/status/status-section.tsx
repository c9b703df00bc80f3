import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';

import { PLAIN } from '../../i18n/plain';
import type { StoreStatus } from '../../data-status/store-status';
import type { SavedHelpdesk } from '../saved-helpdesk';
import { Section } from '../section';
import { FaultAdvice } from './fault-advice';
import { Findings } from './findings';
import type { Choosing } from './proposed-layout';
import { ago } from '../../data-status/relative-time';
import { stepSentence } from './step-sentence';
import { isBusy, useStatus } from '../../data-status/use-status';

interface Props extends Choosing {
  readonly saved: SavedHelpdesk;
  /** Goes up with each save. */
  readonly version: number | undefined;
}

/** What the saved settings have led to: how far the data is read, how fresh it is, and what is missing. */
export function StatusSection({ saved, version, ...choosing }: Props) {
  const { status, problem, isUnsaved, refresh } = useStatus(saved, version);
  return (
    <Section title={t('config.status.title', 'Data')} told={toldStatus(status)} page="docs/troubleshooting.md" isOpen>
      <Stack direction="column" gap={1}>
        {problem !== null && (
          <Alert severity="info" title={t('config.status.unknown', 'The state of the data is not known: {{problem}}', { problem, ...PLAIN })} />
        )}
        {isUnsaved && (
          <Text color="secondary">{t('config.status.unsaved', 'Choose where the helpdesk’s tables are and save: how far they are read is shown here.')}</Text>
        )}
        {status && <State status={status} />}
        {status && (
          <div>
            <Button variant="secondary" icon="sync" disabled={isBusy(status)} onClick={refresh}>
              {t('config.status.refresh', 'Refresh now')}
            </Button>
          </div>
        )}
        {status?.lastFault && <FaultAdvice fault={status.lastFault} {...choosing} />}
        {status?.phase === 'ready' && <Findings saved={saved} generation={status.generation} />}
      </Stack>
    </Section>
  );
}

function State({ status }: { readonly status: StoreStatus }) {
  const { phase, progress, lastError, loadedAt, checkedAt, nextRefreshAt, waitingForLock } = status;
  const isReading = phase === 'loading' || phase === 'empty' || status.refreshing;
  return (
    <>
      <div role="status">
        {waitingForLock && <Text>{t('config.status.locked', 'Another process has the store open. Waiting until it lets go.')}</Text>}
        {checkedAt !== null && (
          <Text element="p">
            {t('config.status.fresh', 'Data as of {{ago}}.', { ago: ago(checkedAt), ...PLAIN })}
            {nextRefreshAt !== null && !isReading && ` ${t('config.status.next', 'The next refresh is {{when}}.', { when: ago(nextRefreshAt), ...PLAIN })}`}
          </Text>
        )}
        {isReading && !waitingForLock && (
          <Text element="p">
            {loadedAt === null
              ? t('config.status.first', 'The helpdesk is being read for the first time.')
              : t('config.status.again', 'The helpdesk is being read again.')}
            {progress && ` ${stepSentence(progress)}`}
          </Text>
        )}
      </div>
      {isReading && (
        <progress
          aria-label={t('config.status.progress', 'Progress of the refresh')}
          style={{ width: 320 }}
          {...(progress?.total ? { value: Math.min(progress.done, progress.total), max: progress.total } : {})}
        />
      )}
      {lastError !== null && !status.lastFault?.proposal && (
        <Alert
          severity={phase === 'failed' ? 'error' : 'warning'}
          title={t('config.status.failed', 'The last refresh failed: {{problem}}', { problem: lastError, ...PLAIN })}
        />
      )}
    </>
  );
}

/** How fresh the data is, in a heading. */
function toldStatus(status: StoreStatus | null): string {
  return status === null || status.checkedAt === null ? '' : ago(status.checkedAt);
}

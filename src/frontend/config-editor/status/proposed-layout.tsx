import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';

import { PLAIN } from '../../i18n/plain';
import type { Proposal } from '../../data-status/store-status';
import { EmptyReports } from './empty-reports';
import { Remarks } from './remarks';

/** A layout with its options. */
export type ProposedChoice = Pick<Proposal, 'layout' | 'layoutOptions'>;

/** How a layout is chosen in the settings that are being written. */
export interface Choosing {
  readonly isChosen: (layout: ProposedChoice) => boolean;
  readonly choose: (layout: ProposedChoice) => void;
  /** Provisioned settings cannot be changed here. */
  readonly disabled: boolean;
}

/** The layout that would read what is there: taken with one click, and what it would leave empty. */
export function ProposedLayout({ proposal, isChosen, choose, disabled }: Choosing & { readonly proposal: Proposal }) {
  const { layout, label, remarks, reportsWithoutData, problem } = proposal;
  const named = { helpdesk: label, layout, ...PLAIN };
  return (
    <>
      <Alert severity="warning" title={t('config.proposal.title', 'These are {{helpdesk}}’s tables', named)}>
        <Stack direction="column" gap={1} alignItems="flex-start">
          <Text>{t('config.proposal.other', 'The layout that is chosen cannot read them, and there is one that can.')}</Text>
          {remarks
            .filter(({ kind }) => kind !== 'lack')
            .map(({ text }) => (
              <Text key={text}>{text}</Text>
            ))}
          {problem !== null && <Text color="warning">{t('config.proposal.problem', 'Before it can be read: {{problem}}', { problem, ...PLAIN })}</Text>}
          {disabled ? (
            <Text>{t('config.proposal.provisioned', 'These settings are provisioned: write source.layout: {{layout}} where they are.', named)}</Text>
          ) : isChosen(proposal) ? (
            <Text>{t('config.proposal.taken', 'The layout “{{helpdesk}}” is chosen: save and test, and it is read.', named)}</Text>
          ) : (
            <Button icon="check" onClick={() => choose(proposal)}>
              {t('config.proposal.take', 'Use the layout “{{helpdesk}}”', named)}
            </Button>
          )}
        </Stack>
      </Alert>
      <details>
        <summary>{t('config.proposal.lacks', 'What it will leave empty')}</summary>
        <Remarks remarks={remarks.filter(({ kind }) => kind === 'lack')} />
        <EmptyReports reports={reportsWithoutData} />
      </details>
    </>
  );
}

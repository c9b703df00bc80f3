import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';

import { Choices } from '../choice';
import { ANSWER_KINDS, type AnswerKind } from '../../shared/words';
import { checkDuration } from './check';
import type { SectionProps } from './draft';
import { ManyField } from './many-field';
import { TextSetting } from './text-setting';
import { Section } from './section';
import { toldConversations } from './told';

/** Which messages are answers, and when a new conversation begins. */
export function ConversationsSection({ json, change, disabled }: SectionProps) {
  const names: Readonly<Record<AnswerKind, string>> = {
    note: t('config.conversations.note', 'Public notes'),
    call: t('config.conversations.call', 'Calls'),
    forward: t('config.conversations.forward', 'Forwards'),
  };
  const { answers } = json;
  return (
    <Section
      title={t('config.conversations.title', 'Conversations')}
      told={toldConversations(json)}
      page="docs/provisioning.md#the-data-source"
      disabled={disabled}
    >
      <Field
        label={t('config.conversations.answers', 'Also an answer')}
        htmlFor="helpdesk-answers"
        description={t('config.conversations.answers-help', 'Besides public replies, of customers as of agents.')}
      >
        <ManyField>
          <Choices<AnswerKind>
            id="helpdesk-answers"
            disabled={disabled}
            value={ANSWER_KINDS.filter((kind) => Array.isArray(answers) && answers.includes(kind))}
            options={ANSWER_KINDS.map((value) => ({ value, label: names[value] }))}
            placeholder={t('config.conversations.none', 'Nothing else')}
            onChange={(chosen) => change(['answers'], chosen.length === 0 ? undefined : chosen.map(({ value }) => value))}
          />
        </ManyField>
      </Field>
      <TextSetting
        json={json}
        change={change}
        id="helpdesk-new-conversation"
        label={t('config.conversations.anew', 'A new conversation begins after a silence of')}
        path={['newConversationAfter']}
        check={checkDuration}
        width={12}
        placeholder={t('config.conversations.never', 'Never')}
        description={t(
          'config.conversations.anew-help',
          'For channels whose tickets are never closed, such as 24h: what a customer writes later than that is waited for anew. Where it is empty, only a close begins one.'
        )}
      />
    </Section>
  );
}

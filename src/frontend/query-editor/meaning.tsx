import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

interface Props {
  readonly sentence: string | null;
  readonly problems: readonly string[];
}

/** What the query means in one sentence, and below it what is wrong with it: the first thing that one reads. */
export function Meaning({ sentence, problems }: Props) {
  return (
    <div role="status" aria-label={t('editor.meaning.label', 'What this query means')}>
      {sentence && (
        <Text element="p" weight="medium">
          {sentence}
        </Text>
      )}
      {problems.map((problem) => (
        <Text element="p" color="warning" key={problem}>
          {problem}
        </Text>
      ))}
    </div>
  );
}

import type { QueryEditorHelpProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Card, Stack, Text } from '@grafana/ui';

import { findMetric } from '../../shared/catalog';
import { type Topic, TOPICS } from '../../shared/catalog/metric';
import { metricQuestion, topicName } from '../i18n/catalog-names';
import { sentence } from '../query/sentence/sentence';
import type { DataSourceQuery } from '../types';
import { EXAMPLES } from './examples';

/** Queries to start from, by topic: one click runs one. */
export function CheatSheet({ onClickExample }: QueryEditorHelpProps<DataSourceQuery>) {
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2" variant="h4">
        {t('cheat-sheet.title', 'Helpdesk metrics: queries to start from')}
      </Text>
      <Text element="p" color="secondary">
        {t(
          'cheat-sheet.about',
          'Choose one to run it. What each metric means stands beside it in the editor; the same JSON works in dashboards and alert rules.'
        )}
      </Text>
      {(Object.keys(TOPICS) as Topic[]).map((topic) => (
        <section key={topic} aria-label={topicName(topic)}>
          <Stack direction="column" gap={1}>
            <Text element="h3" variant="h5">
              {topicName(topic)}
            </Text>
            {EXAMPLES[topic].map((example) => {
              const query: DataSourceQuery = { refId: 'A', ...example };
              const json = JSON.stringify(example);
              return <Example key={json} query={query} json={json} onClick={() => onClickExample(query)} />;
            })}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function Example({ query, json, onClick }: { readonly query: DataSourceQuery; readonly json: string; readonly onClick: () => void }) {
  const metric = findMetric(query.metric);
  return (
    <Card noMargin onClick={onClick}>
      <Card.Heading>{sentence(query)}</Card.Heading>
      <Card.Meta>{metric && metricQuestion(metric)}</Card.Meta>
      <Card.Description>
        <code style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>{json}</code>
      </Card.Description>
    </Card>
  );
}

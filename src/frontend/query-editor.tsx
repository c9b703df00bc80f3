import type { QueryEditorProps } from '@grafana/data';
import { Field, TextArea } from '@grafana/ui';
import { useState } from 'react';

import type { HelpdeskDataSource } from './datasource';
import type { DataSourceQuery, DataSourceSettings } from './types';

type Props = QueryEditorProps<HelpdeskDataSource, DataSourceQuery, DataSourceSettings>;

/** The query as JSON; it runs when it is complete and one leaves the field. */
export function QueryEditor({ query, onChange, onRunQuery }: Props) {
  const { refId, datasource, hide, key, ...own } = query;
  const [text, setText] = useState(() => JSON.stringify(own, null, 2));
  const [problem, setProblem] = useState<string>();
  const apply = () => {
    try {
      // Grafana's envelope last: it is not the text's to change
      onChange({ ...(JSON.parse(text) as DataSourceQuery), refId, datasource, hide, key });
      setProblem(undefined);
      onRunQuery();
    } catch {
      setProblem('This is not JSON yet: a query is an object such as {"metric": "time_to_close"}.');
    }
  };
  return (
    <Field label="Query" description="The query as JSON" invalid={Boolean(problem)} error={problem}>
      <TextArea id={`helpdesk-query-${refId}`} rows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={apply} />
    </Field>
  );
}

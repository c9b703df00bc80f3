import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { JsonText } from '../json-text';
import type { DataSourceQuery, SchemaSource } from '../types';
import { checkJson } from '../query/check-json';
import { ownKeys } from '../query/edit';
import { editorSchema } from '../query/json-schema';

interface Props {
  readonly query: DataSourceQuery;
  readonly id: string;
  readonly isAlerting: boolean;
  readonly source: SchemaSource;
  readonly onQuery: (query: DataSourceQuery) => void;
}

/** The query as JSON: what is wrong is said as one types; what is right is run when the field is left. */
export function JsonRow({ query, id, isAlerting, source, onQuery }: Props) {
  const written = JSON.stringify(ownKeys(query), null, 2);
  const [text, setText] = useState(written);
  const [found, setFound] = useState<readonly string[]>([]);
  const latest = useRef(text);
  // another query (from the history, say) replaces the text; the one that was just written here does not
  useEffect(() => {
    if (!isSame(latest.current, written)) {
      latest.current = written;
      setText(written);
      setFound([]);
    }
  }, [written]);
  const write = async (next: string) => {
    latest.current = next;
    setText(next);
    const checked = await checkJson(next, query, isAlerting);
    if (latest.current === next) {
      setFound('problems' in checked ? checked.problems : []);
    }
  };
  const apply = async () => {
    const left = latest.current;
    const checked = await checkJson(left, query, isAlerting);
    if ('query' in checked && !isSame(left, written)) {
      onQuery(checked.query);
    }
  };
  return (
    <Field
      label={t('editor.json.field', 'Query')}
      htmlFor={`${id}-json`}
      description={t('editor.json.help', 'As in dashboards and alert rules as code. It runs when you leave the field.')}
      invalid={found.length > 0}
      error={<span role="status">{found.join(' ')}</span>}
      noMargin
    >
      <JsonText
        id={`${id}-json`}
        label={t('editor.json.field', 'Query')}
        text={text}
        schema={async () => editorSchema(await source.querySchema())}
        onText={(next) => void write(next)}
        onLeave={() => void apply()}
      />
    </Field>
  );
}

function isSame(text: string, written: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(written));
  } catch {
    return false;
  }
}

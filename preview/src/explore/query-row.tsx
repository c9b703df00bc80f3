import { CoreApp, type DataQuery, type DataSourceApi, type GrafanaTheme2, type PanelData, type TimeRange } from '@grafana/data';
import { css } from '@emotion/css';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

interface QueryRowProps {
  readonly datasource: DataSourceApi;
  readonly query: DataQuery;
  readonly queries: DataQuery[];
  readonly data: PanelData | undefined;
  readonly range: TimeRange;
  readonly onChange: (query: DataQuery) => void;
  readonly onRun: () => void;
  readonly onRemove?: () => void;
}

/** One query with the plugin's editor, and its cheat sheet on demand. */
export function QueryRow({ datasource, query, queries, data, range, onChange, onRun, onRemove }: QueryRowProps) {
  const styles = useStyles2(getStyles);
  const [isHelped, help] = useState(false);
  const { QueryEditor, QueryEditorHelp } = datasource.components ?? {};
  const id = useId();
  return (
    <section className={styles.row} aria-labelledby={id} data-testid="query-row" data-ref-id={query.refId}>
      <header className={styles.header}>
        <h2 className={styles.name} id={id}>
          {query.refId}
        </h2>
        <span className={styles.source}>({datasource.name})</span>
        {QueryEditorHelp && (
          <IconButton name="question-circle" aria-label="Cheat sheet" tooltip="Cheat sheet" aria-expanded={isHelped} onClick={() => help(!isHelped)} />
        )}
        {onRemove && <IconButton name="trash-alt" aria-label={`Remove query ${query.refId}`} tooltip="Remove query" onClick={onRemove} />}
      </header>
      <div className={styles.inner}>
        {isHelped && QueryEditorHelp && (
          <QueryEditorHelp
            datasource={datasource}
            query={query}
            onClickExample={(example) => {
              onChange({ ...example, refId: query.refId });
              onRun();
            }}
          />
        )}
        {QueryEditor && (
          <QueryEditor
            datasource={datasource}
            query={query}
            queries={queries}
            onChange={onChange}
            onRunQuery={onRun}
            data={data}
            range={range}
            app={CoreApp.Explore}
            history={[]}
          />
        )}
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ background: theme.colors.background.primary, border: `1px solid ${theme.colors.border.weak}`, borderRadius: theme.shape.radius.default }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), padding: theme.spacing(0.5, 1), background: theme.colors.background.secondary }),
  name: css({ ...theme.typography.body, margin: 0, color: theme.colors.text.link, fontWeight: theme.typography.fontWeightMedium }),
  source: css({ flexGrow: 1, color: theme.colors.text.secondary, fontStyle: 'italic' }),
  inner: css({ padding: theme.spacing(1) }),
});

import type { DataQuery, DataSourceApi, GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { type SceneComponentProps, SceneObjectBase, sceneGraph, type SceneObjectState, SceneQueryRunner } from '@grafana/scenes';
import { Button, useStyles2 } from '@grafana/ui';

import { downloadCsv } from '../page/csv';
import { ExploreResult } from './explore-result';
import { QueryRow } from './query-row';

interface ExploreBodyState extends SceneObjectState {
  readonly datasource: DataSourceApi;
  readonly queries: DataQuery[];
}

/** Queries with the plugin's own editor, and below them what they found. */
export class ExploreBody extends SceneObjectBase<ExploreBodyState> {
  static Component = Shown;

  /** Takes changed queries; they are run when asked. */
  change(queries: DataQuery[]): void {
    this.setState({ queries });
    this.runner.setState({ queries });
  }

  run(): void {
    this.runner.runQueries();
  }

  private get runner(): SceneQueryRunner {
    const data = sceneGraph.getData(this);
    if (!(data instanceof SceneQueryRunner)) {
      throw new Error('Explore has no query runner.');
    }
    return data;
  }
}

/** A letter that no query has. */
function freeLetter(queries: readonly DataQuery[]): string {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => queries.every(({ refId }) => refId !== letter)) ?? 'Z';
}

function Shown({ model }: SceneComponentProps<ExploreBody>) {
  const { datasource, queries } = model.useState();
  const { data } = sceneGraph.getData(model).useState();
  const range = sceneGraph.getTimeRange(model).useState().value;
  const styles = useStyles2(getStyles);
  const replaced = (at: number, ...by: DataQuery[]) => queries.flatMap((query, i) => (i === at ? by : [query]));
  return (
    <div className={styles.body}>
      {queries.map((query, i) => (
        <QueryRow
          key={query.refId}
          datasource={datasource}
          query={query}
          queries={queries}
          data={data}
          range={range}
          onChange={(changed) => model.change(replaced(i, changed))}
          onRun={() => model.run()}
          onRemove={
            queries.length > 1
              ? () => {
                  model.change(replaced(i));
                  model.run();
                }
              : undefined
          }
        />
      ))}
      <div className={styles.actions}>
        <Button
          icon="plus"
          variant="secondary"
          size="sm"
          onClick={() => model.change([...queries, { refId: freeLetter(queries), ...datasource.getDefaultQuery?.('explore' as never) }])}
        >
          Add query
        </Button>
        <Button icon="download-alt" variant="secondary" size="sm" disabled={!data?.series.length} onClick={() => downloadCsv('Explore', data?.series ?? [])}>
          Download CSV
        </Button>
      </div>
      <ExploreResult data={data} model={model} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), flexGrow: 1, width: '100%' }),
  actions: css({ display: 'flex', justifyContent: 'space-between' }),
});

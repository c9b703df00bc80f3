import { CoreApp, type DataQuery, type DataSourceApi } from '@grafana/data';
import { EmbeddedScene, SceneControlsSpacer, SceneQueryRunner, SceneRefreshPicker, SceneTimePicker, SceneTimeRange } from '@grafana/scenes';

import type { Explored } from './address';
import { ExploreBody } from './explore-body';

/** A scene of queries over their answer; `onChange` is told what it shows after each change. */
export function exploreScene(datasource: DataSourceApi, { uid, queries, range }: Explored, onChange: (shown: Explored) => void): EmbeddedScene {
  const first: DataQuery[] = queries.length > 0 ? [...queries] : [{ refId: 'A', ...datasource.getDefaultQuery?.(CoreApp.Explore) }];
  const timeRange = new SceneTimeRange({ from: String(range.from), to: String(range.to) });
  const runner = new SceneQueryRunner({ datasource: { uid, type: datasource.type }, queries: first });
  const body = new ExploreBody({ datasource, queries: first });
  const scene = new EmbeddedScene({
    key: `explore-${Math.random()}`,
    $timeRange: timeRange,
    $data: runner,
    body,
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: '', isOnCanvas: true, withText: true, primary: true }),
    ],
  });
  scene.addActivationHandler(() => {
    const tell = () => onChange({ uid, queries: body.state.queries, range: timeRange.state.value.raw });
    const subscriptions = [timeRange.subscribeToState(tell), body.subscribeToState((next, before) => next.queries !== before.queries && tell())];
    return () => subscriptions.forEach((one) => one.unsubscribe());
  });
  return scene;
}

import { type SceneComponentProps, sceneGraph, SceneObjectBase } from '@grafana/scenes';
import { IconButton } from '@grafana/ui';

const ICONS = { error: 'exclamation-circle', warning: 'exclamation-triangle', info: 'info-circle' } as const;

/** What the data source says of an answer (rows left out, a filter that cannot apply), beside the panel's title. */
export class PanelNotices extends SceneObjectBase {
  static Component = Shown;
}

function Shown({ model }: SceneComponentProps<PanelNotices>) {
  const { data } = sceneGraph.getData(model).useState();
  const notices = (data?.series ?? []).flatMap(({ meta }) => meta?.notices ?? []);
  const [texts, severities] = [[...new Set(notices.map(({ text }) => text))], new Set(notices.map(({ severity }) => severity))];
  const worst = (['error', 'warning', 'info'] as const).find((one) => severities.has(one));
  return worst ? (
    <IconButton
      name={ICONS[worst]}
      size="md"
      variant="secondary"
      tooltip={texts.join('\n\n')}
      aria-label={`Notices: ${texts.join(' ')}`}
      data-testid="panel-notices"
    />
  ) : null;
}

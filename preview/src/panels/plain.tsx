import { PanelPlugin, type PanelProps } from '@grafana/data';

function Unknown({ id }: PanelProps) {
  return <div data-testid="no-data">Panel {id} is of a type that the preview does not draw.</div>;
}

/** What stands for a panel type whose code Grafana does not publish. */
export function plainPlugin(_id: string): PanelPlugin {
  return new PanelPlugin(Unknown).useFieldConfig();
}

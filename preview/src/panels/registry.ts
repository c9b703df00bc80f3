import { PanelPlugin } from '@grafana/data';

/** What each panel type is drawn by, loaded when first shown. */
const PANELS: Readonly<Record<string, () => Promise<PanelPlugin>>> = {
  timeseries: async () => (await import('./timeseries/plugin')).plugin,
  stat: async () => (await import('./stat')).plugin,
  bargauge: async () => (await import('./bar-gauge')).plugin,
  table: async () => (await import('./table')).plugin,
  text: async () => (await import('./text')).plugin,
};

const started = new Map<string, Promise<PanelPlugin>>();
const loaded = new Map<string, PanelPlugin>();

/** The panel of a type. */
export function loadPanel(id: string): Promise<PanelPlugin> {
  const panel = started.get(id) ?? start(id);
  started.set(id, panel);
  return panel;
}

/** The panel of a type where it is loaded already. */
export function loadedPanel(id: string): PanelPlugin | undefined {
  return loaded.get(id);
}

async function start(id: string): Promise<PanelPlugin> {
  const plugin = await (PANELS[id] ?? (async () => (await import('./plain/plugin')).plainPlugin(id)))();
  plugin.meta = {
    id,
    name: id,
    type: 'panel',
    sort: 0,
    skipDataQuery: id === 'text',
    module: '',
    baseUrl: '',
    info: { author: { name: '' }, description: '', links: [], logos: { large: '', small: '' }, screenshots: [], updated: '', version: '' },
  } as unknown as PanelPlugin['meta'];
  loaded.set(id, plugin);
  return plugin;
}

/** Whether the preview draws a type itself, because Grafana does not publish its panel. */
export function isDrawnByPreview(id: string): boolean {
  return !(id in PANELS);
}

import { isJson, type Json, read, write } from './draft';
import type { ProposedChoice } from './status/proposed-layout';

/** Whether the settings that are being written name a layout, with these options. */
export function hasLayout(json: Json, { layout, layoutOptions }: ProposedChoice): boolean {
  return (
    read(json, ['source', 'layout']) === layout &&
    Object.entries(layoutOptions).every(([name, value]) => read(json, ['source', 'layoutOptions', name]) === value)
  );
}

/** The settings with a layout and its options in place of those before. */
export function withLayout(json: Json, { layout, layoutOptions }: ProposedChoice): Json {
  const { layoutOptions: _, ...source } = isJson(json.source) ? json.source : {};
  return write(json, ['source'], { ...source, layout, ...(Object.keys(layoutOptions).length > 0 ? { layoutOptions } : {}) });
}

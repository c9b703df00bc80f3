import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';

import type { SECRETS } from '../../shared/settings';
import type { DataSourceSettings } from '../types';

/** What Grafana gives the editor of a data source's settings. */
export type ConfigProps = DataSourcePluginOptionsEditorProps<DataSourceSettings, Partial<Record<(typeof SECRETS)[number], string>>>;

/** Settings as they are being written: whatever was typed is kept, whether it is right yet or not. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path such as ['source', 'tls', 'mode']; undefined where nothing does. */
export function read(json: Json, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => (isJson(inside) ? inside[key] : undefined), json);
}

/** The settings with another value at a path; undefined takes the key away, so that its default holds. */
export function write(json: Json, [key, ...rest]: readonly string[], value: unknown): Json {
  const inside = json[key];
  const changed = rest.length === 0 ? value : write(isJson(inside) ? inside : {}, rest, value);
  const { [key]: _, ...others } = json;
  return changed === undefined ? others : { ...json, [key]: changed };
}

/** The text to show of a value. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** What to keep of a typed text: nothing, a number where numbers are wanted and it is written as one, else the text as it stands. */
export function valueOf(text: string, isNumber: boolean): string | number | undefined {
  return text === '' ? undefined : isNumber && String(Number(text)) === text ? Number(text) : text;
}

/** The objects of a list. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** What a section of the editor reads and changes. */
export interface SectionProps {
  readonly json: Json;
  readonly change: (path: readonly string[], value: unknown) => void;
  /** Provisioned settings cannot be changed here. */
  readonly disabled: boolean;
}

import type { PanelProps } from '@grafana/data';

/** A type that the preview does not know. */
export function UnknownPanel({ title }: PanelProps) {
  return <div data-testid="no-data">The preview has no panel of this type{title && ` for “${title}”`}.</div>;
}

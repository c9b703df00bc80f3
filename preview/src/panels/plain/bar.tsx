import { formattedValueToString } from '@grafana/data';
import { DataLinksContextMenu } from '@grafana/ui';
import type { CSSProperties } from 'react';

import type { Series, Table } from './series';

/** How bars are laid out, as both directions are told it. */
export interface BarsProps {
  readonly table: Table;
  readonly width: number;
  readonly height: number;
  readonly stacking: 'none' | 'normal' | 'percent';
  /** Names that stand aslant are shown whole. */
  readonly isAslant: boolean;
}

/** The sum of what stands on one another in a row. */
export function totalOf(series: readonly Series[], row: number): number {
  return series.reduce((sum, { values }) => sum + Math.max(values[row] ?? 0, 0), 0);
}

/** What the longest bar stands for. */
export function mostOf(series: readonly Series[], rows: number, isStacked: boolean): number {
  const longest = Array.from({ length: rows }, (_, row) => (isStacked ? totalOf(series, row) : Math.max(0, ...series.map(({ values }) => values[row] ?? 0))));
  return Math.max(...longest, Number.MIN_VALUE);
}

/** How long a bar is in its track: of all that stands on one another in its row, or of the longest. */
export function lengthOf(one: Series, row: number, { table, stacking }: Pick<BarsProps, 'table' | 'stacking'>, most: number): string {
  return `${(100 * Math.max(one.values[row] ?? 0, 0)) / (stacking === 'percent' ? totalOf(table.series, row) || 1 : most)}%`;
}

/** One bar, with what it stands for and where it leads. */
export function Bar({ one, row, category, style }: { readonly one: Series; readonly row: number; readonly category: string; readonly style: CSSProperties }) {
  const title = `${category}, ${one.name}: ${formattedValueToString(one.show(one.values[row]))}`;
  const links = () => [...one.linksOf(row)];
  const count = links().length;
  if (count === 0) {
    return <div title={title} style={{ ...style, background: one.color }} />;
  }
  // Grafana lays a link of its own around what has one only
  const inner = count === 1 ? { width: '100%', height: '100%' } : style;
  return (
    <DataLinksContextMenu links={links} style={{ ...style, display: 'block', borderRadius: 0 }}>
      {({ openMenu }) => <div title={title} style={{ ...inner, background: one.color, cursor: 'pointer' }} onClick={openMenu} />}
    </DataLinksContextMenu>
  );
}

import { cacheFieldDisplayNames, getFrameDisplayName, PanelPlugin, type PanelProps } from '@grafana/data';
import { css } from '@emotion/css';
import type { TableCellHeight } from '@grafana/schema';
import { Combobox, useStyles2 } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { useMemo, useState } from 'react';

import { customProperties } from './custom-properties';
import { NoData } from './no-data';

interface Options {
  readonly showHeader?: boolean;
  readonly cellHeight?: TableCellHeight;
  readonly sortBy?: Array<{ displayName: string; desc?: boolean }>;
}

const CHOICE = 40;

function TablePanel({ data, width, height, options, fieldConfig, timeRange, title }: PanelProps<Options>) {
  const [chosen, choose] = useState(0);
  const style = useStyles2(() => css({ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', height: '100%' }));
  // the table shows the names that are in the fields' state
  const series = useMemo(() => {
    cacheFieldDisplayNames(data.series);
    return data.series;
  }, [data.series]);
  const frame = series[chosen] ?? series.at(0);
  if (!frame || frame.fields.length === 0) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  const isOne = series.length === 1;
  const table = (
    <TableNG
      ariaLabel={title}
      data={frame}
      width={width}
      height={isOne ? height : height - CHOICE}
      noHeader={options.showHeader === false}
      cellHeight={options.cellHeight}
      sortBy={options.sortBy}
      structureRev={data.structureRev}
      resizable
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      noValue={fieldConfig.defaults.noValue}
      transparent={false}
    />
  );
  return isOne ? (
    table
  ) : (
    <div className={style}>
      {table}
      <Combobox
        aria-label="Table"
        options={series.map((one, i) => ({ value: i, label: getFrameDisplayName(one, i) }))}
        value={chosen}
        onChange={({ value }) => choose(value)}
      />
    </div>
  );
}

const DEFAULTS = {
  align: 'auto',
  cellOptions: { type: 'auto' },
  inspect: false,
  width: undefined,
  minWidth: undefined,
  filterable: undefined,
  hideFrom: undefined,
  hidden: undefined,
  wrapText: undefined,
  wrapHeaderText: undefined,
  footer: undefined,
};

/** Rows and columns. */
export const plugin = new PanelPlugin<Options>(TablePanel).useFieldConfig({ useCustomConfig: (builder) => customProperties(builder, DEFAULTS) });

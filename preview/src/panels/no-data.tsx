import type { PanelProps } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

/** What a panel says where there is nothing to draw: its own word for it, as in Grafana. */
export function NoData({ data, fieldConfig }: Pick<PanelProps, 'data' | 'fieldConfig'>) {
  const style = useStyles2(() => css({ display: 'grid', placeItems: 'center', height: '100%', width: '100%', textAlign: 'center', fontSize: 16 }));
  return (
    <div className={style} data-testid="no-data">
      {data.series.some(({ length }) => length > 0) ? 'These data have no time to draw them over.' : (fieldConfig.defaults.noValue ?? 'No data')}
    </div>
  );
}

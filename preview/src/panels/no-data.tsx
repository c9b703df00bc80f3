import type { PanelData } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

/** What a panel says where there is nothing to draw. */
export function NoData({ data }: { readonly data: PanelData }) {
  const style = useStyles2(() => css({ display: 'grid', placeItems: 'center', height: '100%', width: '100%', textAlign: 'center', fontSize: 16 }));
  return (
    <div className={style} data-testid="no-data">
      {data.series.some(({ length }) => length > 0) ? 'These data have no time to draw them over.' : 'No data'}
    </div>
  );
}

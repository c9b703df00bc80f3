import { type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import { type UPlotConfigBuilder, useTheme2 } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/** Draws what happened as dashed lines, and what lasted as bands, under a flag on the axis. */
export function Annotations({ config, frames }: { readonly config: UPlotConfigBuilder; readonly frames: readonly DataFrame[] }) {
  const theme = useTheme2();
  const marks = useRef<readonly Mark[]>([]);
  const plot = useRef<uPlot>(undefined);
  useLayoutEffect(() => {
    config.addHook('init', (made) => (plot.current = made));
    config.addHook('draw', (made) => marks.current.forEach((mark) => draw(made, mark)));
  }, [config]);
  useLayoutEffect(() => {
    marks.current = frames.flatMap((frame) => marksOf(frame, theme));
    plot.current?.redraw();
  }, [frames, theme]);
  return null;
}

function marksOf(frame: DataFrame, theme: GrafanaTheme2): Mark[] {
  const column = (name: string) => frame.fields.find((field) => field.name === name)?.values as unknown[] | undefined;
  const [times, ends, colors] = [column('time') ?? [], column('timeEnd') ?? [], column('color') ?? []];
  return times.flatMap((time, i) =>
    typeof time === 'number'
      ? [
          {
            from: time,
            to: typeof ends[i] === 'number' ? ends[i] : time,
            color: theme.visualization.getColorByName(typeof colors[i] === 'string' ? colors[i] : 'blue'),
          },
        ]
      : []
  );
}

function draw(plot: uPlot, { from, to, color }: Mark): void {
  const { left, top, width, height } = plot.bbox;
  const [begin, end] = [plot.valToPos(from, 'x', true), plot.valToPos(to, 'x', true)].map((at) => Math.round(Math.min(Math.max(at, left), left + width)));
  if (plot.valToPos(to, 'x', true) < left || plot.valToPos(from, 'x', true) > left + width) {
    return;
  }
  const { ctx } = plot;
  ctx.save();
  [ctx.strokeStyle, ctx.fillStyle, ctx.lineWidth] = [color, color, devicePixelRatio];
  ctx.setLineDash([5 * devicePixelRatio, 5 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(begin, top);
  ctx.lineTo(begin, top + height);
  ctx.stroke();
  if (end - begin > 1) {
    ctx.globalAlpha = 0.1;
    ctx.fillRect(begin, top, end - begin, height);
    ctx.globalAlpha = 1;
  }
  ctx.beginPath();
  ctx.moveTo(begin, top + height);
  ctx.lineTo(begin - 4 * devicePixelRatio, top + height + 6 * devicePixelRatio);
  ctx.lineTo(begin + 4 * devicePixelRatio, top + height + 6 * devicePixelRatio);
  ctx.fill();
  ctx.restore();
}

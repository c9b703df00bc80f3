import {
  dateTimeFormat,
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  type LinkModel,
  type TimeZone,
} from '@grafana/data';
import { VizTooltipContent, VizTooltipFooter, VizTooltipHeader, type VizTooltipItem, VizTooltipWrapper } from '@grafana/ui';

interface TooltipProps {
  readonly aligned: DataFrame;
  readonly dataIndexes: ReadonlyArray<number | null>;
  readonly seriesIndex: number | null;
  readonly mode: string;
  readonly sort: string;
  readonly isPinned: boolean;
  readonly links: LinkModel[];
  readonly timeZone: TimeZone;
}

/** What the series are at the instant under the pointer. */
export function TimeSeriesTooltip({ aligned, dataIndexes, seriesIndex, mode, sort, isPinned, links, timeZone }: TooltipProps) {
  const at = dataIndexes[0] ?? dataIndexes.find((one) => one !== null) ?? null;
  if (at === null) {
    return null;
  }
  const [time] = aligned.fields;
  const items = aligned.fields.flatMap((field, i) =>
    i > 0 && (mode === 'multi' || i === seriesIndex) ? item(field, aligned, dataIndexes[i] ?? null, i === seriesIndex) : []
  );
  const sorted = sort === 'none' ? items : [...items].sort((a, b) => (sort === 'asc' ? 1 : -1) * ((a.numeric ?? 0) - (b.numeric ?? 0)));
  const when = dateTimeFormat(time.values[at] as number, { timeZone });
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader item={{ label: '', value: when }} isPinned={isPinned} />
      <VizTooltipContent items={sorted} isPinned={isPinned} scrollable={isPinned} />
      {isPinned && links.length > 0 && <VizTooltipFooter dataLinks={links} />}
    </VizTooltipWrapper>
  );
}

function item(field: Field, frame: DataFrame, row: number | null, isActive: boolean): VizTooltipItem[] {
  const value: unknown = row === null ? null : field.values[row];
  if (field.type !== FieldType.number || value === null || value === undefined || field.config.custom?.hideFrom?.tooltip === true) {
    return [];
  }
  const display = field.display?.(value);
  return [
    {
      label: field.state?.displayName ?? getFieldDisplayName(field, frame),
      value: display ? formattedValueToString(display) : String(value),
      color: display?.color,
      isActive,
      numeric: Number(value),
    },
  ];
}

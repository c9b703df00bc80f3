import { type DataFrame, FieldType, type LinkModel } from '@grafana/data';

/**
 * The links of a point. Series are drawn over their common instants, so a point's place among them is not its row in its own
 * frame: that is found by the instant.
 */
export function linksAt(aligned: DataFrame, frames: readonly DataFrame[], seriesIndex: number, dataIndex: number): LinkModel[] {
  const origin = aligned.fields[seriesIndex]?.state?.origin;
  const frame = origin ? frames[origin.frameIndex] : undefined;
  const field = origin && frame?.fields[origin.fieldIndex];
  const at: unknown = aligned.fields[0].values[dataIndex];
  const row = frame?.fields.find(({ type }) => type === FieldType.time)?.values.indexOf(at) ?? -1;
  return row < 0 ? [] : (field?.getLinks?.({ valueRowIndex: row }) ?? []);
}

import { applyRawFieldOverrides, type DataFrame, FieldType, outerJoinDataFrames, toCSV } from '@grafana/data';

/** Downloads an answer as CSV: numbers as they are, times in ISO. What Grafana's inspector does, whose code is not published. */
export function downloadCsv(title: string, frames: readonly DataFrame[]): void {
  const address = URL.createObjectURL(new Blob([toCSV(applyRawFieldOverrides(asOne(frames)))], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Series over time side by side, under their names. */
function asOne(frames: readonly DataFrame[]): DataFrame[] {
  const isTimed = frames.every(({ fields }) => fields.at(0)?.type === FieldType.time);
  const joined = frames.length > 1 && isTimed ? outerJoinDataFrames({ frames: [...frames], keepDisplayNames: true }) : undefined;
  return joined ? [joined] : [...frames];
}

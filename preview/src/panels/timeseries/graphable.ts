import { type DataFrame, type Field, FieldType } from '@grafana/data';

/** The frames that can be drawn over time: their time and what is a number. */
export function graphable(frames: readonly DataFrame[]): DataFrame[] {
  return frames.flatMap((frame) => {
    const fields = frame.fields.flatMap((field): Field[] =>
      field.type === FieldType.time || field.type === FieldType.number ? [field] : field.type === FieldType.boolean ? [asNumber(field)] : []
    );
    const isDrawn = fields.some(({ type }) => type === FieldType.time) && fields.some(({ type }) => type === FieldType.number);
    return isDrawn ? [{ ...frame, fields }] : [];
  });
}

function asNumber(field: Field): Field {
  return { ...field, type: FieldType.number, values: field.values.map((value: unknown) => (typeof value === 'boolean' ? Number(value) : value)) };
}

import { decodeFrame, type DecodedFrame } from '../../tools/door/decode';
import type { Part, Reply } from './input';

/** What a reply answers, as text to compare: statuses and values, without statements, notices and times of loading. */
export function numbersOf({ failure, parts }: Reply, isOrdered = true): string {
  return JSON.stringify(failure ? ['gRPC', failure.code] : parts.map((part) => (part.status === 200 ? [200, answersOf(part, isOrdered)] : [part.status])));
}

function answersOf({ frames }: Part, isOrdered: boolean): unknown[] {
  const decoded = frames.map(decodeFrame).filter(({ fields }) => fields.length > 0);
  return isOrdered
    ? decoded.map(({ fields }) => fields.map(({ labels, values }) => [labels, values]))
    : decoded
        .flatMap(rowsOf)
        .map((row) => JSON.stringify(row))
        .sort();
}

/** A frame's rows, each with its labels; columns by name, so that their order says nothing. */
function rowsOf({ fields, rows }: DecodedFrame): unknown[] {
  const labels = Object.entries(Object.assign({}, ...fields.map((field) => field.labels)) as Record<string, string>).sort();
  const columns = [...fields].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Array.from({ length: rows }, (_, row) => [
    labels,
    columns.map(({ type, values }) => (type === 'number' && typeof values[row] === 'number' ? Number(values[row].toPrecision(9)) : values[row])),
  ]);
}

/** All numbers of a reply, added up. */
export function sumOf({ parts }: Reply): number {
  return parts
    .flatMap(({ frames }) => frames.map(decodeFrame))
    .flatMap(({ fields }) => fields.filter(({ type }) => type === 'number'))
    .flatMap(({ values }) => values)
    .reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
}

import { linearRegression } from 'simple-statistics';

/** The shapes of a least-squares trend. */
type TrendShape = 'linear' | 'exponential' | 'logarithmic';

/** How each shape becomes a straight line: y is bent, or x is; x counts buckets from 1. */
const SHAPES: Readonly<Record<TrendShape, { readonly x: (x: number) => number; readonly y: (y: number) => number; readonly back: (y: number) => number }>> = {
  linear: { x: (x) => x, y: (y) => y, back: (y) => y },
  exponential: { x: (x) => x, y: Math.log, back: Math.exp },
  logarithmic: { x: Math.log, y: (y) => y, back: (y) => y },
};

/**
 * The least-squares trend of a series, one value a bucket, also where the series has none. Nulls are skipped. Null where fewer than two
 * values are left, or where an exponential meets a value that is not above zero.
 */
export function trend(values: ReadonlyArray<number | null>, shape: TrendShape): number[] | null {
  const { x, y, back } = SHAPES[shape];
  const points = values.flatMap((value, i) => (value === null ? [] : [[x(i + 1), y(value)]]));
  if (points.length < 2 || points.some(([, bent]) => !Number.isFinite(bent))) {
    return null;
  }
  const { m, b } = linearRegression(points);
  return values.map((_, i) => back(b + m * x(i + 1)));
}

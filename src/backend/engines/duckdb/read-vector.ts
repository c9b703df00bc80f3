import { type DuckDBDataChunk, DuckDBTypeId } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';

import type { Vector } from '../table';

/** Collects one column, chunk by chunk. */
interface ColumnReader {
  /** Takes the first `rows` rows of a chunk's column; `at` is the row in the result. */
  read(chunk: DuckDBDataChunk, column: number, at: number, rows: number): void;
  finish(): Vector;
}

/** Copies `rows` numbers out of DuckDB's bytes. */
type Copy = (bytes: Uint8Array, values: Float64Array, at: number, rows: number) => void;
/** A view of bytes as numbers, such as Float64Array. */
type View = new (buffer: ArrayBufferLike, offset: number, length: number) => ArrayLike<number>;

/** The reader of a column. Numbers of all kinds become doubles: instants and counts are below 2^53. */
export function columnReader(name: string, type: DuckDBTypeId, rows: number): ColumnReader {
  switch (type) {
    case DuckDBTypeId.DOUBLE:
      return numbers(name, rows, 8, view(Float64Array));
    case DuckDBTypeId.FLOAT:
      return numbers(name, rows, 4, view(Float32Array));
    case DuckDBTypeId.TINYINT:
      return numbers(name, rows, 1, view(Int8Array));
    case DuckDBTypeId.SMALLINT:
      return numbers(name, rows, 2, view(Int16Array));
    case DuckDBTypeId.INTEGER:
      return numbers(name, rows, 4, view(Int32Array));
    case DuckDBTypeId.UTINYINT:
      return numbers(name, rows, 1, view(Uint8Array));
    case DuckDBTypeId.USMALLINT:
      return numbers(name, rows, 2, view(Uint16Array));
    case DuckDBTypeId.UINTEGER:
      return numbers(name, rows, 4, view(Uint32Array));
    case DuckDBTypeId.BIGINT:
      return numbers(name, rows, 8, int64(Int32Array));
    case DuckDBTypeId.UBIGINT:
      return numbers(name, rows, 8, int64(Uint32Array));
    case DuckDBTypeId.HUGEINT:
      return numbers(name, rows, 16, int128(Int32Array));
    case DuckDBTypeId.UHUGEINT:
      return numbers(name, rows, 16, int128(Uint32Array));
    case DuckDBTypeId.DECIMAL:
      return decimals(name, rows);
    case DuckDBTypeId.BOOLEAN:
      return items(
        rows,
        (item) => item === true,
        (values) => ({ name, kind: 'boolean', values })
      );
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
      return items(rows, String, (values) => ({ name, kind: 'text', values }));
    default:
      throw new Error(`The column "${name}" is a ${DuckDBTypeId[type]}: cast it to DOUBLE, BIGINT, VARCHAR or BOOLEAN in SQL.`);
  }
}

/** Numbers that JavaScript has an array for. */
function view(Numbers: View): Copy {
  return (bytes, values, at, rows) => values.set(new Numbers(bytes.buffer, bytes.byteOffset, rows), at);
}

/** 64-bit integers as two words, the lower first, the upper as `Upper` reads it: 3 times as fast as BigInt64Array. */
function int64(Upper: View): Copy {
  return (bytes, values, at, rows) => {
    const lower = new Uint32Array(bytes.buffer, bytes.byteOffset, rows * 2);
    const upper = new Upper(bytes.buffer, bytes.byteOffset, rows * 2);
    for (let row = 0; row < rows; row++) {
      values[at + row] = upper[2 * row + 1] * 2 ** 32 + lower[2 * row];
    }
  };
}

/** 128-bit integers, which SUM makes of integers, as four words. */
function int128(Upper: View): Copy {
  return (bytes, values, at, rows) => {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, rows * 4);
    const upper = new Upper(bytes.buffer, bytes.byteOffset, rows * 4);
    for (let row = 0; row < rows; row++) {
      const high = upper[4 * row + 3] * 2 ** 32 + words[4 * row + 2];
      // −1 above: a small negative number, whose digits would drown in 2^64
      values[at + row] =
        high === -1 ? -((~words[4 * row + 1] >>> 0) * 2 ** 32 + (~words[4 * row] >>> 0) + 1) : high * 2 ** 64 + words[4 * row + 1] * 2 ** 32 + words[4 * row];
    }
  };
}

function numbers(name: string, total: number, width: number, copy: Copy): ColumnReader {
  const values = new Float64Array(total);
  const validity = new Validity(total);
  return {
    read(chunk, column, at, rows) {
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
      // exactly this many bytes: DuckDB copies them, and one more may lie outside its memory
      copy(duckdb.vector_get_data(vector, rows * width), values, at, rows);
      validity.read(vector, at, rows, values);
    },
    finish: () => ({ name, kind: 'number', values, valid: validity.bytes }),
  };
}

/** Values that are not numbers, one by one. */
function items<Item>(total: number, convert: (item: unknown) => Item, finish: (values: Array<Item | null>) => Vector): ColumnReader {
  const values = new Array<Item | null>(total).fill(null);
  return {
    read(chunk, column, at, rows) {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < rows; row++) {
        const item = vector.getItem(row);
        values[at + row] = item === null ? null : convert(item);
      }
    },
    finish: () => finish(values),
  };
}

/** Decimals are rare (a literal, an average of decimals): their text is exact, and fast enough. */
function decimals(name: string, total: number): ColumnReader {
  const values = new Float64Array(total);
  const validity = new Validity(total);
  return {
    read(chunk, column, at, rows) {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < rows; row++) {
        const item = vector.getItem(row);
        values[at + row] = item === null ? NaN : Number(String(item));
        if (item === null) {
          validity.clear(at + row);
        }
      }
    },
    finish: () => ({ name, kind: 'number', values, valid: validity.bytes }),
  };
}

/** Which rows have a value: a byte a row, made only once one has none. */
class Validity {
  bytes: Uint8Array | null = null;

  constructor(private readonly total: number) {}

  clear(row: number): void {
    this.bytes ??= new Uint8Array(this.total).fill(1);
    this.bytes[row] = 0;
  }

  /** Takes a vector's bits, lowest first; none at all means that every row has a value. */
  read(vector: duckdb.Vector, at: number, rows: number, values: Float64Array): void {
    const bits: Uint8Array | null = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
    for (let row = 0; bits && row < rows; row++) {
      if ((bits[row >> 3] & (1 << (row & 7))) === 0) {
        this.clear(at + row);
        // what DuckDB leaves there is anything at all
        values[at + row] = NaN;
      }
    }
  }
}

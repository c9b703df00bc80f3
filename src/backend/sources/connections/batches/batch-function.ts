import { type DuckDBConnection, DuckDBTableFunction, VARCHAR } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { randomUUID } from 'node:crypto';

import type { Batch } from './batch';
import { VECTOR } from './column-buffer';
import { WIRE_TYPES } from './wire';

const NAME = 'helpdesk_metrics_batch';

/** The batches that DuckDB may read now, by their keys. */
const readable = new Map<string, Batch>();

/** Makes a batch a relation: gives what stands after FROM, while `work` runs. */
export type WithBatch = <Result>(batch: Batch, work: (from: string) => Promise<Result>) => Promise<Result>;

/** Lets a connection read batches. To be called outside any transaction: what a transaction registers is gone once it is rolled back. */
export function batchReader(connection: DuckDBConnection): WithBatch {
  register(connection);
  return async (batch, work) => {
    const key = randomUUID();
    readable.set(key, batch);
    try {
      return await work(`${NAME}('${key}')`);
    } finally {
      readable.delete(key);
    }
  };
}

/** DuckDB keeps a function for the life of the instance and ignores a second one of the same name, which would be the same. */
function register(connection: DuckDBConnection): void {
  connection.registerTableFunction(
    DuckDBTableFunction.create({
      name: NAME,
      parameterTypes: [VARCHAR],
      bindFunction: (info) => {
        const batch = readable.get(String(info.getParameter(0)));
        if (!batch) {
          info.setError('There is no such batch.');
          return;
        }
        for (const { column, wire } of batch.columns) {
          info.addResultColumn(column.name, WIRE_TYPES[wire]);
        }
        info.setCardinality(batch.rows, true);
        info.setBindData(batch);
      },
      initFunction: (info) => {
        info.setMaxThreads(1);
        info.setInitData({ next: 0 });
      },
      mainFunction: (info, output) => {
        const batch = info.bindData as Batch;
        const scan = info.initData as { next: number };
        const count = Math.min(VECTOR, batch.rows - scan.next);
        output.rowCount = count;
        if (count > 0) {
          batch.write((column) => duckdb.data_chunk_get_vector(output.chunk, column), scan.next, count);
          scan.next += count;
        }
      },
    })
  );
}

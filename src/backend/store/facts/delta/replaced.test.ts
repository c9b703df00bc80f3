import { STORE_TABLES } from '../../../../shared/catalog/tables';
import { REPLACED } from './replaced';

it('is known of every table of the store, by a column that it has', () => {
  expect([...REPLACED.keys()].sort()).toEqual(Object.keys(STORE_TABLES).sort());
  for (const [table, replaced] of REPLACED) {
    expect([table, typeof replaced === 'string' || replaced.column in STORE_TABLES[table]]).toEqual([table, true]);
  }
});

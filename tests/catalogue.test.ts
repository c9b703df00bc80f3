import { CANONICAL_TABLES } from '../src/backend/canonical/tables';
import { METRIC_IDS, METRICS } from '../src/shared/catalog';
import { SECTIONS } from './definitions/sections';
import { METRICS as ORACLE } from './oracle/metrics';

/**
 * Whatever the catalogue has is checked: by the oracle, which computes it a second time, and by at least one rule of the definitions, which
 * works it by hand. A failure is a list of what to add.
 */
describe('every metric of the catalogue', () => {
  const oracleOf = (id: string) => ORACLE.find((one) => one.id === id);

  it('is computed by the oracle, which knows no other', () => {
    const missing = METRIC_IDS.filter((id) => !oracleOf(id)).map(
      (id) => `The oracle lacks "${id}": compute it in tests/oracle/metrics/ and list it in its index.ts.`
    );
    const unknown = ORACLE.filter(({ id }) => !METRIC_IDS.includes(id)).map(({ id }) => `The catalogue has no "${id}": take it out of tests/oracle/metrics/.`);
    expect([...missing, ...unknown]).toEqual([]);
  });

  it('has there the dimensions and statistics that it has in the catalogue', () => {
    const differing = METRICS.flatMap(({ id, dimensions, statistics }) => {
      const oracle = oracleOf(id);
      // what rows can be filtered by alone, the oracle asks of no group
      const own = Object.entries(dimensions).flatMap(([dimension, column]) => (column.filterOnly ? [] : [dimension]));
      const lacking = (what: string, of: readonly string[], has: readonly string[]) =>
        of.filter((one) => !has.includes(one)).map((one) => `The oracle’s "${id}" lacks the ${what} "${one}": add it in tests/oracle/.`);
      return oracle ? [...lacking('dimension', own, oracle.dimensions), ...lacking('statistic', statistics, oracle.statistics)] : [];
    });
    expect(differing).toEqual([]);
  });

  it('has in the catalogue the dimensions and statistics that it has there by the definitions', () => {
    const differing = METRICS.flatMap(({ id, dimensions, statistics }) => {
      const oracle = oracleOf(id);
      // a custom field is no column of its own
      const wanted = oracle?.dimensions.filter((one) => !one.startsWith('attribute.')) ?? [];
      return [
        ...wanted.filter((one) => !(one in dimensions)).map((one) => `"${id}" lacks the dimension "${one}".`),
        ...(oracle?.statistics ?? []).filter((one) => !statistics.includes(one)).map((one) => `"${id}" lacks the statistic "${one}".`),
      ];
    });
    expect(differing).toEqual([]);
  });

  it('adds up there, and has SLA hours there, where it does in the catalogue', () => {
    const differing = METRICS.flatMap(({ id, additive, hours }) => {
      const oracle = oracleOf(id);
      return [
        ...(oracle && oracle.additive !== additive ? [`Do groups of "${id}" add up? The catalogue says ${additive}, the oracle ${oracle.additive}.`] : []),
        ...(oracle && [...oracle.hours].join() !== hours.join() ? [`"${id}" has the hours ${hours.join()}; in the oracle ${oracle.hours.join()}.`] : []),
      ];
    });
    expect(differing).toEqual([]);
  });

  it('needs canonical tables that there are', () => {
    const tables: readonly string[] = CANONICAL_TABLES.map(({ name }) => name);
    expect(
      METRICS.flatMap(({ id, needs }) => needs.filter((one) => !tables.includes(one)).map((one) => `"${id}" needs "${one}", which is no canonical table.`))
    ).toEqual([]);
  });

  it('is asked by a rule of the definitions', () => {
    const asked = new Set(SECTIONS.flatMap(({ rules }) => rules.map(({ ask }) => ask.metric)));
    expect(METRIC_IDS.filter((id) => !asked.has(id)).map((id) => `No rule asks for "${id}": work one by hand in tests/definitions/.`)).toEqual([]);
  });
});

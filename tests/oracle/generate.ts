import fc from 'fast-check';

import { helpdesks, type Generated } from './generate/helpdesk';
import { queriesOf, type Asked } from './generate/queries';
import { anEra } from './generate/time';
import type { OracleMetric } from './metric';

export { helpdesks, type Generated } from './generate/helpdesk';
export { queriesOf, type Asked } from './generate/queries';
export { anEra, ERAS, type Era } from './generate/time';

/** A helpdesk and questions about it. */
export interface Examination extends Generated {
  readonly asked: readonly Asked[];
}

/** Helpdesks, each with up to `most` queries of these metrics, so that loading is paid once for many. */
export function examinations(metrics: readonly OracleMetric[], most: number): fc.Arbitrary<Examination> {
  return anEra.chain((era) =>
    fc
      .record({
        generated: helpdesks(era),
        asked: fc.array(fc.oneof(...metrics.map((metric) => queriesOf(metric, era))), { minLength: 1, maxLength: most, size: 'max' }),
      })
      .map(({ generated, asked }) => ({ ...generated, asked }))
  );
}

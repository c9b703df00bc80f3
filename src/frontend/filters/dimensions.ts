import { METRICS } from '../../shared/catalog';
import { DIMENSIONS, type DimensionId } from '../../shared/words';

/** The dimensions that at least one metric can be filtered by. */
export const FILTER_DIMENSIONS: readonly DimensionId[] = DIMENSIONS.filter((id) => METRICS.some(({ dimensions }) => id in dimensions));

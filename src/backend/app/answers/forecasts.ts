import { FORECASTS } from '../../../shared/bounds';
import type { Forecast } from '../../analysis/forecast';
import { forecastApart } from '../../analysis/forecaster';
import { toForecast } from '../../frames/analysis-frames';
import type { Series } from '../../query/answer/series';
import type { Plan } from '../../query/plan';
import type { Request } from './request';

/** The forecasts of the first series, where the query asks for them; null where a series has none. */
export async function forecasts({ signal }: Request, planned: Plan, series: readonly Series[]): Promise<ReadonlyArray<Forecast | null>> {
  return planned.query.trend === 'predictive'
    ? Promise.all(
        series.slice(0, FORECASTS).map((one) => {
          const asked = toForecast(planned, one);
          return asked && forecastApart(asked, signal);
        })
      )
    : [];
}

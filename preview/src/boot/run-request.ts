import {
  CoreApp,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  DataTopic,
  LoadingState,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, isObservable, map, merge, type Observable, of, share, takeUntil, timer } from 'rxjs';

/** How long an answer may take before the panel says that it is loading. */
const PATIENCE = 200;

/** Runs a data source's queries as Grafana does: loading after a moment, then the answer or its error. */
export function runRequest(datasource: DataSourceApi, request: DataQueryRequest, queryFunction?: DataSourceApi['query']): Observable<PanelData> {
  // scenes say that it is one of them that asks, wherever it stands
  const app = globalThis.location.pathname === '/explore' ? CoreApp.Explore : request.app;
  const asked = { ...request, app, startTime: request.startTime ?? Date.now() };
  const failed = (error: unknown): Observable<PanelData> => {
    const said = toDataQueryError(error);
    return of({ state: LoadingState.Error, series: [], timeRange: asked.range, request: asked, error: said, errors: [said] });
  };
  const answer = answered(datasource, asked, queryFunction).pipe(
    map((response) => panelData(response, asked)),
    catchError(failed),
    share()
  );
  const loading: PanelData = { state: LoadingState.Loading, series: [], timeRange: asked.range, request: asked };
  return merge(
    timer(PATIENCE).pipe(
      map(() => loading),
      takeUntil(answer)
    ),
    answer
  );
}

function answered(datasource: DataSourceApi, request: DataQueryRequest, queryFunction?: DataSourceApi['query']): Observable<DataQueryResponse> {
  try {
    if (request.targets.length === 0) {
      return of({ data: [] });
    }
    const answer = queryFunction ? queryFunction(request) : datasource.query(request);
    return isObservable(answer) ? answer : from(answer);
  } catch (error) {
    return from(Promise.reject(error instanceof Error ? error : new Error(String(error))));
  }
}

function panelData({ data, state, error, errors, traceIds }: DataQueryResponse, request: DataQueryRequest): PanelData {
  // variables are answered with texts and values, which are no frames
  const frames = data as DataFrame[];
  const faults: DataQueryError[] | undefined = errors ?? (error ? [error] : undefined);
  return {
    state: faults ? LoadingState.Error : (state ?? LoadingState.Done),
    timeRange: request.range,
    request: { ...request, endTime: Date.now() },
    errors: faults,
    error: faults?.[0],
    traceIds,
    series: frames.filter(({ meta }) => meta?.dataTopic !== DataTopic.Annotations),
    annotations: frames.filter(({ meta }) => meta?.dataTopic === DataTopic.Annotations),
  };
}

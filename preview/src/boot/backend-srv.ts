import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable, throwError } from 'rxjs';

/** Requests to the server, as Grafana makes them: an Observable that cancels when nobody listens any more, errors with status and data. */
export const backendSrv: BackendSrv = {
  fetch: <T>(request: BackendSrvRequest) =>
    new Observable<FetchResponse<T>>((subscriber) => {
      const stop = new AbortController();
      answer<T>(request, stop.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error)
      );
      return () => stop.abort();
    }),
  request: async <T>(request: BackendSrvRequest) => (await lastValueFrom(backendSrv.fetch<T>(request))).data,
  datasourceRequest: <T>(request: BackendSrvRequest) => lastValueFrom(backendSrv.fetch<T>(request)),
  get: (url, params, requestId, options) => backendSrv.request({ ...options, url, params: params as Record<string, unknown>, requestId }),
  post: (url, data, options) => backendSrv.request({ ...options, method: 'POST', url, data }),
  put: (url, data, options) => backendSrv.request({ ...options, method: 'PUT', url, data }),
  patch: (url, data, options) => backendSrv.request({ ...options, method: 'PATCH', url, data }),
  delete: (url, data, options) => backendSrv.request({ ...options, method: 'DELETE', url, data }),
  chunked: () => throwError(() => new Error('The preview streams nothing.')),
};

function withParams({ url, params }: BackendSrvRequest): string {
  const pairs = Object.entries(params ?? {}).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [value].flat().map((one) => [key, String(one)])
  );
  const address = url.startsWith('/') ? url : `/${url}`;
  return pairs.length === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(pairs).toString()}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function answer<T>(config: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const method = config.method ?? 'GET';
  const body = config.data === undefined || method === 'GET' ? undefined : JSON.stringify(config.data);
  const headers = { 'Content-Type': 'application/json', ...(config.headers as Record<string, string> | undefined) };
  let response: Response;
  try {
    response = await fetch(withParams(config), { method, headers, body, signal });
  } catch (error) {
    throw refused(config, 0, error instanceof Error ? error.message : String(error), {});
  }
  const data = parsed(await response.text()) as T;
  const { status, statusText, ok, redirected, type, url } = response;
  if (!ok) {
    throw refused(config, status, statusText, data);
  }
  return { data, status, statusText, ok, headers: response.headers, redirected, type, url, config };
}

function refused(config: BackendSrvRequest, status: number, statusText: string, data: unknown): FetchError {
  return { config, status, statusText, data };
}

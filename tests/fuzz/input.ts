/** An input as plain data, so that it can be printed, sent again and made smaller. What is left out is as Grafana ordinarily sends it. */
export interface Input {
  readonly call: 'query' | 'resource' | 'health';
  /** Null: nobody, as older alerting has it. */
  readonly user?: { readonly login?: string; readonly role?: string } | null;
  /** An int64, written out. */
  readonly org?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly grafana?: Readonly<Record<string, string>>;
  /** A data source of its own, besides the one that is loaded. */
  readonly source?: Source;
  readonly queries?: readonly Asked[];
  readonly path?: string;
  readonly url?: string;
  readonly method?: string;
  readonly body?: string;
}

/** The settings of a data source; `<main>`, `<tiny>`, `<store>`, `<fifo>` and `<loop>` in their texts stand for the places of a run. */
export interface Source {
  readonly uid?: string;
  readonly json?: unknown;
  /** In place of `json`: text that need not be JSON. */
  readonly text?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** An int64, written out. */
  readonly updated?: string;
}

/** One query of a request. */
export interface Asked {
  readonly refId?: string;
  readonly json?: unknown;
  /** In place of `json`: text that need not be JSON. */
  readonly text?: string;
  /** Bytes that need not be UTF-8, as hexadecimal digits. */
  readonly hex?: string;
  /** Int64s, written out. */
  readonly from?: string;
  readonly to?: string;
  readonly points?: string;
  readonly interval?: string;
}

/** One answer of a reply: a query's by its refId, or the only one of another call. */
export interface Part {
  readonly name: string;
  readonly status: number;
  /** What went wrong, in a sentence; empty where nothing did. */
  readonly message: string;
  readonly frames: readonly Uint8Array[];
  /** A resource's body, or a health check's details. */
  readonly body: string;
}

/** What came back for an input. */
export interface Reply {
  readonly ms: number;
  /** Where the call itself failed: gRPC's code and words. */
  readonly failure: { readonly code: number; readonly words: string } | null;
  readonly parts: readonly Part[];
}

/** A text as protobuf sends it, which is UTF-8: half a surrogate pair can only be in JSON, escaped. */
export function sent(text: string): string {
  return Buffer.from(text).toString();
}

/** How an input is shown to people: long texts and lists cut, with what was cut. */
export function shown(value: unknown, most = 1_200): string {
  const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 60)}… (${text.length.toLocaleString('en')} characters)` : text);
  const text =
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'string') {
        return cut(inner);
      }
      if (Array.isArray(inner)) {
        return inner.length > 20 ? [...(inner as unknown[]).slice(0, 3), `… (${inner.length.toLocaleString('en')} elements)`] : (inner as unknown[]);
      }
      return typeof inner === 'object' && inner !== null ? Object.fromEntries(Object.entries(inner).map(([key, one]) => [cut(key), one])) : inner;
    }) ?? 'nothing';
  return text.length > most ? `${text.slice(0, most)}… (${text.length.toLocaleString('en')} characters)` : text;
}

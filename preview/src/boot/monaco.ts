import EditorWorker from '@internal/monaco/editor/editor.worker?worker';
import JsonWorker from '@internal/monaco/language/json/json.worker?worker';

/** Where the code editor's workers are, as Grafana's own page says it: without that of JSON there is neither completion nor a marked error. */
export function startMonaco(): void {
  const getWorker = (_id: string, label: string): Worker => (label === 'json' ? new JsonWorker() : new EditorWorker());
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
}

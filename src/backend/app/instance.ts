import type { Engine } from '../engines/engine';
import type { Logger } from '../log';
import type { Source } from '../sources/source';
import type { Store, StoreOwner } from '../store/store';
import type { Settings } from '../../shared/settings';

/** One data source at work: its settings, where its rows come from, its store and the engine over it. */
export interface Instance {
  readonly owner: StoreOwner;
  readonly settings: Settings;
  readonly source: Source;
  readonly store: Store;
  readonly engine: Engine;
  readonly logger: Logger;
  close(): Promise<void>;
}

import { useCallback, useEffect, useState } from 'react';

import { messageOf, type StatusSource, type StoreStatus } from './store-status';

/** How often to look while something happens, and otherwise, in milliseconds. */
const BUSY_MS = 1_000;
const IDLE_MS = 15_000;

/** What the store of the saved data source is doing, looked at again and again. */
export interface Watched {
  readonly status: StoreStatus | null;
  /** Why it cannot be told. */
  readonly problem: string | null;
  /** Nothing was saved yet that could be read from: nothing is asked. */
  readonly isUnsaved: boolean;
  readonly refresh: () => void;
  /** Whether a refresh was asked for here. */
  readonly isAsked: boolean;
}

/** Whether the store is at work, or about to be. */
export function isBusy({ phase, refreshing, waitingForLock }: StoreStatus): boolean {
  return phase === 'empty' || phase === 'loading' || refreshing || waitingForLock;
}

/** Watches the store while the page is open, from anew whenever the settings are saved. */
export function useStatus(saved: StatusSource, version?: number): Watched {
  const [{ status, problem }, setSeen] = useState<Pick<Watched, 'status' | 'problem'>>({ status: null, problem: null });
  // each save draws the page anew
  const isUnsaved = !saved.hasSource();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (isUnsaved) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (ask: () => Promise<StoreStatus>) => {
      let wait = IDLE_MS;
      try {
        const seen = await ask();
        wait = isBusy(seen) ? BUSY_MS : IDLE_MS;
        if (!isOver) {
          setSeen({ status: seen, problem: null });
        }
      } catch (error) {
        if (!isOver) {
          setSeen({ status: null, problem: messageOf(error) });
        }
      }
      if (!isOver) {
        timer = setTimeout(() => void look(saved.status), wait);
      }
    };
    // a refresh that was just asked for has not begun when it is answered: the next look comes soon
    void look(asked === 0 ? saved.status : async () => ({ ...(await saved.refresh()), refreshing: true }));
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [saved, version, asked, isUnsaved]);
  return { status, problem, isUnsaved, isAsked: asked > 0, refresh: useCallback(() => setAsked((times) => times + 1), []) };
}

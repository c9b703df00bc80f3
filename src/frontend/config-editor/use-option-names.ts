import type { ComboboxOption } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

type LookUp = (search: string) => Promise<Array<ComboboxOption<string>>>;

/** A look-up that remembers what values are called, and the name of a value (itself where it was not seen). The first values are looked up by themselves where wanted. */
export function useOptionNames(lookUp: LookUp, isWanted: boolean): [name: (value: string) => string, remembering: LookUp] {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const latest = useRef(lookUp);
  const remember = (found: Array<ComboboxOption<string>>) =>
    setNames((before) => new Map([...before, ...found.map(({ value, label }) => [value, label ?? value] as const)]));
  useEffect(() => {
    latest.current = lookUp;
  });
  useEffect(() => {
    let isOver = false;
    if (isWanted) {
      void latest.current('').then((found) => !isOver && remember(found));
    }
    return () => {
      isOver = true;
    };
  }, [isWanted]);
  return [
    (value) => names.get(value) ?? value,
    async (search) => {
      const found = await lookUp(search);
      remember(found);
      return found;
    },
  ];
}

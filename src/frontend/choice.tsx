import { Combobox, type ComboboxOption, MultiCombobox } from '@grafana/ui';
import { type ComponentProps, useRef } from 'react';

/** Grafana’s drop-down of one choice. */
export function Choice<Value extends string | number>(props: ComponentProps<typeof Combobox<Value>>) {
  const told = useToldOnce();
  return props.isClearable ? (
    <Combobox<Value> {...props} onChange={(option: ComboboxOption<Value> | null) => told(() => props.onChange(option))} />
  ) : (
    <Combobox<Value> {...props} onChange={(option) => told(() => props.onChange(option))} />
  );
}

/** Grafana’s drop-down of several choices. */
export function Choices<Value extends string | number>(props: ComponentProps<typeof MultiCombobox<Value>>) {
  const told = useToldOnce();
  return <MultiCombobox<Value> {...props} onChange={(options) => told(() => props.onChange(options))} />;
}

/**
 * Tells a choice once. Those of Grafana 12 tell it as an effect, again and again while something else about them waits to be drawn: where telling draws at
 * once, as in Explore, it never ends. What a person chooses next comes in a later task.
 */
export function useToldOnce(): (tell: () => void) => void {
  const isTold = useRef(false);
  return (tell) => {
    if (!isTold.current) {
      isTold.current = true;
      setTimeout(() => {
        isTold.current = false;
      });
      tell();
    }
  };
}

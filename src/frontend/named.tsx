import { cloneElement, type ReactElement } from 'react';

interface Props {
  /** The control's id. */
  readonly id: string;
  /** What is read out, and shown nowhere. */
  readonly name: string;
  readonly children: ReactElement<{ readonly id?: string; readonly 'aria-labelledby'?: string }>;
}

/** A drop-down with a name and no label beside it. Grafana 12's drop-downs pass no aria-label on, but aria-labelledby. */
export function Named({ id, name, children }: Props) {
  return (
    <>
      <span id={`${id}-name`} hidden>
        {name}
      </span>
      {cloneElement(children, { id, 'aria-labelledby': `${id}-name` })}
    </>
  );
}

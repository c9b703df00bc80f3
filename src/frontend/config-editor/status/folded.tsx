import { Collapse } from '@grafana/ui';
import { type ReactNode, useState } from 'react';

/** A list that is long and seldom wanted: its heading says how much there is of it. */
export function Folded({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Collapse label={label} isOpen={isOpen} onToggle={setOpen}>
      {children}
    </Collapse>
  );
}

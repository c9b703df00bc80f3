import { useTheme2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** As wide as the widest settings: a drop-down of several values takes a `width` of its own for pixels, and shows the first value alone. */
export function ManyField({ children }: { readonly children: ReactNode }) {
  return <div style={{ maxWidth: useTheme2().spacing(60) }}>{children}</div>;
}

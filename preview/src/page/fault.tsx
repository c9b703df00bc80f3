import { Alert } from '@grafana/ui';
import type { ReactNode } from 'react';

/** What went wrong, instead of a page. */
export function Fault({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div style={{ padding: 16 }}>
      <Alert title={title}>{children}</Alert>
    </div>
  );
}

import { locationService } from '@grafana/runtime';
import { type ReactNode, useSyncExternalStore } from 'react';
import { type Navigator, Router } from 'react-router-dom';

const history = locationService.getHistory();

const navigator: Navigator = {
  createHref: (to) => (typeof to === 'string' ? to : history.createHref(to)),
  go: (by) => history.go(by),
  push: (to, state) => history.push(typeof to === 'string' ? to : { ...to, state }),
  replace: (to, state) => history.replace(typeof to === 'string' ? to : { ...to, state }),
};

/** The router over the history that Grafana's packages share: scenes write the time range and variables into it. */
export function HistoryRouter({ children }: { readonly children: ReactNode }) {
  const location = useSyncExternalStore(
    (changed) => history.listen(changed),
    () => history.location
  );
  return (
    <Router location={location} navigator={navigator}>
      {children}
    </Router>
  );
}

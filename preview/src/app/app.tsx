import { ThemeContext } from '@grafana/data';
import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

import DashboardPage from '../dashboard/dashboard-page';
import { Fault } from '../page/fault';
import { HistoryRouter } from './router';
import { Shell } from './shell';

const ExplorePage = lazy(() => import('../explore/explore-page'));
const ConfigPage = lazy(() => import('../config/config-page'));

/** The preview: dashboards, Explore and the data source's page. */
export function App() {
  return (
    <ThemeContext.Provider value={config.theme2}>
      <LocationServiceProvider service={locationService}>
        <ModalsProvider>
          <GlobalStyles />
          <HistoryRouter>
            <Shell>
              <Suspense fallback={null}>
                <Routes>
                  <Route path="/" element={<Navigate to="/d/helpdesk-overview" replace />} />
                  <Route path="/d/:uid/*" element={<DashboardPage />} />
                  <Route path="/explore" element={<ExplorePage />} />
                  <Route path="/config/:uid" element={<ConfigPage />} />
                  <Route path="/connections/datasources/edit/:uid" element={<ConfigPage />} />
                  <Route path="*" element={<Fault title="Not found">There is no such page in the preview.</Fault>} />
                </Routes>
              </Suspense>
            </Shell>
          </HistoryRouter>
          <ModalRoot />
          <PortalContainer />
        </ModalsProvider>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}

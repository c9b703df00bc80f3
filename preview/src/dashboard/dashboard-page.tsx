import { type EmbeddedScene, UrlSyncContextProvider } from '@grafana/scenes';
import { getBackendSrv } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';

import { Fault } from '../page/fault';
import { Page } from '../page/page';
import { DashboardLinks } from './dashboard-links';
import type { DashboardJson } from './model';
import { dashboardScene } from './scene';

interface Opened {
  readonly json: DashboardJson;
  readonly scene: EmbeddedScene;
}

/** A dashboard by its uid. */
export default function DashboardPage() {
  const { uid = '' } = useParams();
  return <Opening key={uid} uid={uid} />;
}

function Opening({ uid }: { readonly uid: string }) {
  const [opened, setOpened] = useState<Opened | Error | null>(null);
  useEffect(() => {
    let isWanted = true;
    const open = (what: Opened | Error) => isWanted && setOpened(what);
    getBackendSrv()
      .get<{ dashboard: DashboardJson }>(`/api/dashboards/uid/${encodeURIComponent(uid)}`)
      .then(
        ({ dashboard }) => open({ json: dashboard, scene: dashboardScene(dashboard) }),
        (error: { data?: { message?: string } }) => open(new Error(error.data?.message ?? String(error)))
      );
    return () => {
      isWanted = false;
    };
  }, [uid]);
  if (opened instanceof Error) {
    return <Fault title="No dashboard">{opened.message}</Fault>;
  }
  if (!opened) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  const { json, scene } = opened;
  return (
    <Page title={json.title} description={json.description} actions={<DashboardLinks links={json.links ?? []} />}>
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </Page>
  );
}

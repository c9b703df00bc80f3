import type { DataSourceApi } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import { getDataSourceInstance } from '@internal/data-source-instance';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';

import { Fault } from '../page/fault';
import { Page } from '../page/page';
import { addressOf, explored } from './address';
import { exploreScene } from './explore-scene';

/** A query and its answer, opened by hand or by a data link. */
export default function ExplorePage() {
  const { search } = useLocation();
  const [opened, open] = useState<{ readonly scene: ReturnType<typeof exploreScene> } | Error | null>(null);
  // what this page wrote into the address itself is on the screen already
  const written = useRef<string | null>(null);
  useEffect(() => {
    if (search === written.current) {
      return;
    }
    const wanted = explored(search);
    let isWanted = true;
    getDataSourceInstance({ uid: wanted.uid }).then(
      (datasource: DataSourceApi) =>
        isWanted &&
        open({
          scene: exploreScene(datasource, wanted, (changed) => {
            const address = addressOf(changed);
            written.current = address.slice(address.indexOf('?'));
            locationService.replace(address);
          }),
        }),
      (error: unknown) => isWanted && open(error instanceof Error ? error : new Error(String(error)))
    );
    return () => {
      isWanted = false;
    };
  }, [search]);
  if (opened instanceof Error) {
    return <Fault title="Explore">{opened.message}</Fault>;
  }
  return (
    <Page title="Explore">
      {opened ? <opened.scene.Component model={opened.scene} key={opened.scene.state.key} /> : <LoadingPlaceholder text="Loading…" />}
    </Page>
  );
}

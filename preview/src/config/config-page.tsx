import type { DataSourcePlugin, DataSourceSettings } from '@grafana/data';
import { css } from '@emotion/css';
import { config, getBackendSrv, type HealthCheckError } from '@grafana/runtime';
import { Alert, Button, Field, Input, LinkButton, LoadingPlaceholder, Stack } from '@grafana/ui';
import { getDataSourceInstance } from '@internal/data-source-instance';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';

import { Fault } from '../page/fault';
import { Page } from '../page/page';
import { dataSourceSrv, importPlugin } from '../boot/data-sources';
import { addressOf } from '../explore/address';

interface Tested {
  readonly status: 'success' | 'error';
  readonly message: string;
  readonly detail?: string;
}

/** The data source's settings in the plugin's own editor, saved in the server's memory. */
export default function ConfigPage() {
  const { uid = '' } = useParams();
  const [options, change] = useState<DataSourceSettings | null>(null);
  const [plugin, setPlugin] = useState<DataSourcePlugin<never> | null>(null);
  const [tested, setTested] = useState<Tested | 'testing' | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const meta = Object.values(config.datasources).find((one) => one.uid === uid)?.meta;
    Promise.all([getBackendSrv().get<DataSourceSettings>(`/api/datasources/uid/${uid}`), meta ? importPlugin(meta) : null]).then(
      ([settings, loaded]) => {
        change(settings);
        setPlugin(loaded as unknown as DataSourcePlugin<never>);
      },
      (error: { data?: { message?: string } }) => setFault(error.data?.message ?? String(error))
    );
  }, [uid]);
  if (fault !== null) {
    return <Fault title="Data source">{fault}</Fault>;
  }
  if (!options || !plugin) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  const saveAndTest = async () => {
    setTested('testing');
    const saved = await getBackendSrv().put<{ datasource: DataSourceSettings }>(`/api/datasources/uid/${uid}`, options);
    await dataSourceSrv.reload();
    change(saved.datasource);
    setTested(await test(uid));
  };
  const Editor = plugin.components.ConfigEditor as unknown as React.ComponentType<{
    options: DataSourceSettings;
    onOptionsChange: (options: DataSourceSettings) => void;
  }>;
  return (
    <Page title={options.name} description="The preview keeps changes in memory: the next start has those of provisioning/datasources again.">
      <form
        className={form}
        onSubmit={(event) => {
          event.preventDefault();
          void saveAndTest();
        }}
      >
        <Field label="Name" noMargin>
          <Input id="basic-settings-name" value={options.name} width={40} onChange={({ currentTarget }) => change({ ...options, name: currentTarget.value })} />
        </Field>
        <Editor options={options} onOptionsChange={change} />
        {tested !== null && tested !== 'testing' && (
          <div data-testid="test-result" data-status={tested.status}>
            <Alert title={tested.message} severity={tested.status}>
              {tested.detail}
            </Alert>
          </div>
        )}
        <Stack gap={1}>
          <Button type="submit" icon={tested === 'testing' ? 'spinner' : undefined} disabled={tested === 'testing'}>
            Save &amp; test
          </Button>
          <LinkButton variant="secondary" icon="compass" href={addressOf({ uid, queries: [], range: { from: 'now-30d', to: 'now' } })}>
            Explore data
          </LinkButton>
        </Stack>
      </form>
    </Page>
  );
}

const form = css({ display: 'flex', flexDirection: 'column', gap: 24, maxWidth: 960 });

/** As Grafana does: the data source tests itself and throws what is wrong. */
async function test(uid: string): Promise<Tested> {
  try {
    const source = await getDataSourceInstance({ uid });
    const { status, message } = (await source.testDatasource()) as { status: string; message: string };
    return { status: status === 'success' ? 'success' : 'error', message };
  } catch (error) {
    const { message, details } = error as HealthCheckError;
    const detail: unknown = details?.verboseMessage;
    return { status: 'error', message, detail: typeof detail === 'string' && detail !== message ? detail : undefined };
  }
}

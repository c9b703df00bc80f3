import { t } from '@grafana/i18n';
import { Alert, Field } from '@grafana/ui';

import { Choice } from '../choice';
import { MYSQL_DEFAULTS, POSTGRES_DEFAULTS } from '../../shared/setting-defaults';
import { checkDuration, checkPort } from './check';
import { type ConfigProps, isJson, read, type SectionProps, textOf } from './draft';
import { SecretSetting } from './secret-setting';
import { TextSetting } from './text-setting';

const DEFAULTS = { postgres: POSTGRES_DEFAULTS, mysql: MYSQL_DEFAULTS };

interface Props extends Omit<SectionProps, 'disabled'>, Pick<ConfigProps, 'options' | 'onOptionsChange'> {
  readonly type: keyof typeof DEFAULTS;
}

/** How to reach a database, and how its identity is checked. */
export function DatabaseFields({ type, json, change, options, onOptionsChange }: Props) {
  const defaults = DEFAULTS[type];
  const setting = { json, change };
  const secret = { options, onOptionsChange };
  const tls = read(json, ['source', 'tls']);
  const mode = textOf(read(json, ['source', 'tls', 'mode'])) || defaults.tls.mode;
  // a server name without a mode would not be valid
  const changeTls = (path: readonly string[], value: unknown) =>
    change(['source', 'tls'], { mode, ...(isJson(tls) ? tls : {}), [path[path.length - 1]]: value });
  return (
    <>
      <TextSetting {...setting} id="helpdesk-host" label={t('config.database.host', 'Host')} path={['source', 'host']} placeholder="db.example.com" required />
      <TextSetting
        {...setting}
        id="helpdesk-port"
        label={t('config.database.port', 'Port')}
        path={['source', 'port']}
        placeholder={String(defaults.port)}
        check={checkPort}
        isNumber
        width={12}
      />
      <TextSetting {...setting} id="helpdesk-database" label={t('config.database.database', 'Database')} path={['source', 'database']} required />
      {type === 'postgres' && (
        <TextSetting
          {...setting}
          id="helpdesk-schema"
          label={t('config.database.schema', 'Schema')}
          path={['source', 'schema']}
          placeholder={POSTGRES_DEFAULTS.schema}
          description={t('config.database.schema-help', 'The schema that holds the helpdesk’s tables or views.')}
        />
      )}
      <TextSetting
        {...setting}
        id="helpdesk-user"
        label={t('config.database.user', 'User')}
        path={['source', 'user']}
        required
        description={t('config.database.user-help', 'A user that may only read. The plugin never writes.')}
      />
      <SecretSetting {...secret} name="password" label={t('config.database.password', 'Password')} />
      <TextSetting
        {...setting}
        id="helpdesk-timeout"
        label={t('config.database.timeout', 'Time limit')}
        path={['source', 'statementTimeout']}
        placeholder={defaults.statementTimeout}
        check={checkDuration}
        width={12}
        description={t('config.database.timeout-help', 'How long the database may take to read one table.')}
      />
      <Field label={t('config.tls.mode', 'Encryption (TLS)')}>
        <Choice
          id="helpdesk-tls-mode"
          width={40}
          value={mode}
          onChange={({ value }) => changeTls(['mode'], value)}
          options={[
            { value: 'verify-full', label: t('config.tls.verify-full', 'Check the certificate and the host name') },
            { value: 'verify-ca', label: t('config.tls.verify-ca', 'Check the certificate only') },
            { value: 'require', label: t('config.tls.require', 'Encrypt, check nothing') },
            { value: 'disable', label: t('config.tls.disable', 'No encryption') },
          ]}
        />
      </Field>
      {mode === 'require' && (
        <Alert
          severity="warning"
          title={t('config.tls.unchecked', 'Anyone between Grafana and the database could pretend to be the database: its certificate is not checked.')}
        />
      )}
      {mode === 'disable' && (
        <Alert
          severity="warning"
          title={t('config.tls.open', 'The password and all data are sent unencrypted. Choose this only where nobody else is on the network.')}
        />
      )}
      {mode !== 'disable' && (
        <>
          <TextSetting
            {...setting}
            change={changeTls}
            id="helpdesk-tls-name"
            label={t('config.tls.server-name', 'Server name')}
            path={['source', 'tls', 'serverName']}
            description={t('config.tls.server-name-help', 'The name in the certificate, where it is not the host above.')}
          />
          <SecretSetting
            {...secret}
            name="tlsCa"
            label={t('config.tls.ca', 'CA certificate')}
            isLong
            placeholder="-----BEGIN CERTIFICATE-----"
            description={t('config.tls.ca-help', 'Of the authority that signed the database’s certificate, where it is not a public one.')}
          />
          <SecretSetting
            {...secret}
            name="tlsClientCertificate"
            label={t('config.tls.client-certificate', 'Client certificate')}
            isLong
            placeholder="-----BEGIN CERTIFICATE-----"
          />
          <SecretSetting {...secret} name="tlsClientKey" label={t('config.tls.client-key', 'Client key')} isLong placeholder="-----BEGIN PRIVATE KEY-----" />
        </>
      )}
    </>
  );
}

import { allowedPorts, handshakeLine, refusesToStart } from './handshake';

const COOKIE = { grafana_plugin_type: 'datasource' };

describe('refusesToStart', () => {
  it('wants Grafana’s cookie', () => {
    expect(refusesToStart({}, '22.1.0')).toMatch(/^This is the backend of a Grafana plugin/);
    expect(refusesToStart({ grafana_plugin_type: 'panel' }, '22.1.0')).not.toBeNull();
    expect(refusesToStart(COOKIE, '22.1.0')).toBeNull();
  });

  it('wants the second plugin protocol among those offered', () => {
    expect(refusesToStart({ ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '1,2' }, '22.1.0')).toBeNull();
    expect(refusesToStart({ ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '3' }, '22.1.0')).toBe('Grafana speaks plugin protocol 3; this backend speaks 2.');
  });

  it('names a Node that is too old', () => {
    expect(refusesToStart(COOKIE, '18.20.4')).toMatch('needs Node.js 20 or later; this is 18.20.4');
    expect(refusesToStart(COOKIE, '20.0.0')).toBeNull();
  });
});

describe('allowedPorts', () => {
  it.each([
    [{}, [0]],
    [{ PLUGIN_MIN_PORT: '10', PLUGIN_MAX_PORT: '12' }, [10, 11, 12]],
    [{ PLUGIN_MIN_PORT: '7', PLUGIN_MAX_PORT: '7' }, [7]],
    [{ PLUGIN_MIN_PORT: '12', PLUGIN_MAX_PORT: '10' }, [0]],
    [{ PLUGIN_MIN_PORT: 'x', PLUGIN_MAX_PORT: '10' }, [0]],
  ])('%j gives %j', (env, ports) => expect(allowedPorts(env)).toEqual(ports));
});

it('says the handshake in go-plugin’s words', () => {
  expect(handshakeLine({ network: 'tcp', address: '127.0.0.1:4711' })).toBe('1|2|tcp|127.0.0.1:4711|grpc|\n');
  expect(handshakeLine({ network: 'unix', address: '/tmp/x/plugin.sock' })).toBe('1|2|unix|/tmp/x/plugin.sock|grpc|\n');
});

import { createApp } from '../src/backend/app/app';
import { decodeFrame } from '../src/backend/frames/decode';
const log = (l: string) => (m: string, f: object = {}) => console.error(l, m, f);
process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = '/tmp';
const app = createApp({ debug: log('d'), info: log('i'), warn: log('w'), error: log('e') });
const [folder, from, to, ...queries] = process.argv.slice(2);
void (async () => {
  const context = { orgId: 1, user: { login: 'x', role: 'Admin' }, grafanaConfig: {}, instance: { id: 1, uid: 'tmp' + Date.now(), name: 'x', secrets: {}, updatedMs: 1, jsonData: { source: { type: 'files', path: folder }, store: { directory: '/tmp/tmpstore' }, maxAge: '1000d', defaultCalendar: process.env.CAL ?? null } } };
  for (const json of queries) {
    const a = (await app.queryData({ context, headers: {}, queries: [{ refId: 'A', queryType: '', fromMs: Date.parse(from), toMs: Date.parse(to), json }] }, new AbortController().signal)).get('A')!;
    console.log(json, a.status, a.error ?? '');
    for (const f of a.frames.map(decodeFrame)) console.log(f.name, JSON.stringify(f.fields.map((x) => [x.name, x.values])), JSON.stringify(f.meta.notices ?? []));
  }
  await app.stop();
})();

import fc from 'fast-check';

import { HOSTILE, hostileText } from './hostile';
import type { Input } from './input';

const shortText = hostileText.filter((text) => text.length <= 400);
const number = fc.oneof(
  fc.constantFrom('', '0', '1', '2', '5', '100', '-1', '1e9', 'NaN', 'Infinity', '0x10', '1.5', ' 7 ', '9'.repeat(400)),
  fc.constantFrom(...HOSTILE)
);

/** Grafana's own limits, as it sends them and otherwise. */
const grafana = fc.record(
  {
    GF_SQL_ROW_LIMIT: number,
    GF_RESPONSE_LIMIT: number,
    GF_CONCURRENT_QUERY_COUNT: number,
    GF_SQL_MAX_OPEN_CONNS_DEFAULT: number,
    GF_INSTANCE_FEATURE_TOGGLES_ENABLE: shortText,
  },
  { requiredKeys: [] }
);

const user = fc.oneof(
  fc.constantFrom(
    null,
    { login: 'ada', role: 'Viewer' },
    { login: 'grace', role: 'Editor' },
    { login: 'root', role: 'Admin' },
    { login: 'grafana_scheduler', role: 'Admin' },
    { login: '', role: '' }
  ),
  fc.record({ login: shortText, role: fc.oneof(fc.constantFrom('constructor', '__proto__', 'admin', 'ADMIN', 'None'), shortText) })
);

const headers = fc.oneof(
  fc.constantFrom<Array<Record<string, string>>>({}, { FromAlert: 'true' }, { fromalert: 'TRUE' }, { FromAlert: 'false' }, { 'X-Grafana-Org-Id': '2' }),
  fc.dictionary(fc.oneof(fc.constantFrom('FromAlert', 'Authorization', 'Cookie', 'X-Dashboard-Uid', 'http_X-Grafana-User'), shortText), shortText, {
    maxKeys: 4,
  })
);

/** Who asks, from where, under which limits: mostly as Grafana says it. */
export const context: fc.Arbitrary<Pick<Input, 'user' | 'headers' | 'grafana' | 'org'>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  // another organization's helpdesk is read anew: only a few
  {
    weight: 3,
    arbitrary: fc.record(
      {
        user,
        headers,
        grafana,
        org: fc.oneof(
          { weight: 40, arbitrary: fc.constant('1') },
          { weight: 1, arbitrary: fc.constantFrom('0', '2', '-1', '9007199254740993', '9223372036854775807', '-9223372036854775808') }
        ),
      },
      { requiredKeys: [] }
    ),
  }
);

import fc from 'fast-check';

import { DIMENSIONS, OPERATORS } from '../../src/shared/words';
import { context } from './contexts';
import { hostileJson, hostileText } from './hostile';
import type { Input } from './input';

const dimension = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<string[]>(...DIMENSIONS) }, { weight: 1, arbitrary: hostileText });
const paths = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('catalog', 'schema', 'status', 'refresh', 'holidays', 'holidays/countries') },
  { weight: 6, arbitrary: dimension.map((id) => `dimensions/${id}/values`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', '/', '//', 'dimensions/', 'holidays/', './', '../'), hostileText, fc.constantFrom('', '/', '/values', '?'))
      .map((parts) => parts.join('')),
  }
);

const filter = fc.record(
  {
    field: dimension,
    op: fc.oneof(fc.constantFrom<string[]>(...OPERATORS), hostileText),
    values: fc.oneof(fc.array(hostileText, { maxLength: 4 }), hostileJson),
  },
  { requiredKeys: ['field'] }
);
const filters = fc.oneof(
  fc.array(filter, { maxLength: 4 }).map((list) => JSON.stringify(list)),
  hostileJson.map((json) => JSON.stringify(json) ?? ''),
  hostileText
);

/** The parameters that resources know, with what they do not expect. */
const parameters = fc.record(
  {
    search: hostileText,
    filters,
    limit: fc.oneof(fc.constantFrom('1', '0', '-5', '1e3', 'NaN', '9'.repeat(300)), hostileText),
    locale: fc.oneof(fc.constantFrom('en', 'nl', 'bad', 'constructor\t', 'nl-NL-u-'), hostileText),
    country: fc.oneof(fc.constantFrom('NL', 'US', 'constructor', '__proto__', 'zz'), hostileText),
    region: hostileText,
    from: fc.oneof(fc.constantFrom('2026-01-01', '0000-00-00', '9999-12-31', '-1'), hostileText),
    to: fc.oneof(fc.constantFrom('2026-12-31', '9999-12-31', '+275760-09-13'), hostileText),
  },
  { requiredKeys: [] }
);

const queryString = fc.oneof(
  { weight: 5, arbitrary: parameters.map((own) => new URLSearchParams(own as Record<string, string>).toString()) },
  { weight: 1, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constant('search=a&search=b&filters=[]&filters={}') }
);
const url = fc
  .tuple(
    paths,
    queryString,
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('//', 'http://', 'http://[::1', '?', '#', '///x', 'http://plugin:99999/', '\\\\') }
    )
  )
  .map(([path, query, odd]) => ({ path, url: odd ?? `${path}?${query}` }));

/** A resource call: every path, method and parameter, known and not. */
export const resourceInput: fc.Arbitrary<Input> = fc
  .tuple(
    url,
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('GET') },
      { weight: 1, arbitrary: fc.constantFrom('PUT', 'DELETE', 'HEAD', 'TRACE', '', 'get', 'GET\r\n') },
      { weight: 1, arbitrary: fc.constant('POST') }
    ),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      hostileText,
      hostileJson.map((json) => JSON.stringify(json) ?? '')
    ),
    context
  )
  .map(([where, method, body, more]) => ({ call: 'resource', ...where, method, ...(body === undefined ? {} : { body }), ...more }));

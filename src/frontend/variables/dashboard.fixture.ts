import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';

/** A variable of a pretended dashboard: its value, or all values. */
export type FakeVariable = string | readonly string[] | { readonly all: readonly string[]; readonly allValue?: string };

/** Replaces variables as a dashboard of Grafana does: "All" is the list of all values, or the custom value it has. For tests. */
export function pretendVariables(variables: Readonly<Record<string, FakeVariable>>): void {
  const replace: TemplateSrv['replace'] = (text = '', scoped = {}, format) =>
    text.replace(/\$(\w+)|\$\{(\w+)(?::(\w+))?\}/g, (match, plain, braced, own) => {
      const name = String(plain ?? braced);
      const given = name in scoped ? (scoped[name]?.value as FakeVariable) : variables[name];
      if (given === undefined) {
        return match;
      }
      const isAll = typeof given === 'object' && 'all' in given;
      if (own === 'text') {
        return isAll ? 'All' : [given].flat().join(' + ');
      }
      const value = isAll ? (given.allValue ?? given.all) : given;
      return isAll && given.allValue !== undefined ? given.allValue : typeof format === 'function' ? String(format(value)) : [value].flat().join(',');
    });
  const getVariables = () =>
    Object.entries(variables).map(([name, given]) => ({
      name,
      type: 'query',
      current: { value: typeof given === 'object' && 'all' in given ? ['$__all'] : given },
    }));
  setTemplateSrv({
    replace,
    getVariables,
    containsTemplate: (text = '') => /\$\w|\$\{/.test(text),
    updateTimeRange: () => undefined,
  } as unknown as TemplateSrv);
}

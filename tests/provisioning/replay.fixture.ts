import { stringify } from 'yaml';

const step = (refId: string, model: object, range = { from: 3600, to: 0 }) => ({
  refId,
  relativeTimeRange: range,
  datasourceUid: 'helpdesk-metrics',
  model: { refId, ...model },
});
const expression = (refId: string, model: object) => ({ refId, datasourceUid: '__expr__', model: { refId, ...model } });
const over = (of: string, value: number, recovers?: number) => ({
  type: 'threshold',
  expression: of,
  conditions: [{ evaluator: { type: 'gt', params: [value] }, ...(recovers === undefined ? {} : { unloadEvaluator: { type: 'lt', params: [recovers] } }) }],
});
const rule = (uid: string, data: readonly object[], more: object = {}) => ({
  uid,
  title: uid,
  condition: (data[data.length - 1] as { refId: string }).refId,
  data,
  noDataState: 'OK',
  execErrState: 'Error',
  ...more,
});

/** Rules that come and go within a day of a small helpdesk: by a threshold with recovery, after a while, over lines, by math and by a classic condition. */
export const LIVELY = stringify({
  apiVersion: 1,
  groups: [
    {
      orgId: 1,
      name: 'Lively',
      folder: 'Helpdesk',
      interval: '10m',
      rules: [
        rule('waiting', [step('A', { metric: 'waiting_now', view: 'totals', groupBy: ['team'] }), expression('B', over('A', 3, 2))], { for: '20m' }),
        rule('risk', [step('A', { metric: 'sla_at_risk', view: 'totals', groupBy: ['owner'], withinMinutes: 60 }), expression('B', over('A', 0))], {
          missing_series_evals_to_resolve: 1,
          keepFiringFor: '30m',
        }),
        rule('busy', [
          step('A', { metric: 'opened', view: 'over_time', frequency: 'hour' }, { from: 14_400, to: 0 }),
          expression('B', { type: 'reduce', expression: 'A', reducer: 'max', settings: { mode: 'dropNN' } }),
          expression('C', over('B', 2)),
        ]),
        rule('more', [
          step('A', { metric: 'opened', view: 'totals', groupBy: ['channel'] }, { from: 7200, to: 0 }),
          step('B', { metric: 'opened', view: 'totals', groupBy: ['channel'] }, { from: 14_400, to: 7200 }),
          expression('C', { type: 'math', expression: '$A - $B' }),
          expression('D', over('C', 1)),
        ]),
        rule('rush', [
          step('A', { metric: 'opened', view: 'totals', groupBy: [] }),
          expression('B', {
            type: 'classic_conditions',
            conditions: [{ evaluator: { type: 'gt', params: [2] }, reducer: { type: 'last' }, operator: { type: 'and' }, query: { params: ['A'] } }],
          }),
        ]),
      ],
    },
  ],
});

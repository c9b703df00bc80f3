import { METRICS } from '../../../shared/catalog';
import { speak } from '../../i18n/language.fixture';
import { queryOf } from '../query.fixture';
import { sentence } from './sentence';

const NAMES: Record<string, string> = { t1: 'Billing', t2: 'Sales', a1: 'Anna Jansen' };
const of = (own: object) => sentence(queryOf(own), (_, id) => NAMES[id] ?? id);
const only = (op: string, ...values: string[]) => ({ metric: 'opened', filters: [{ field: 'team', op, values }] });
const records = (own: object) => ({ kind: 'records', metric: 'time_to_close', ...own });

/** A query, and what it means in English and in Dutch. */
const CASES: ReadonlyArray<readonly [object, string, string]> = [
  [
    { metric: 'time_to_first_response', frequency: 'week', groupBy: ['team'], hours: 'sla', filters: [{ field: 'priority', op: 'in', values: ['high'] }] },
    'Mean time to first response per week, by team, in SLA hours, high priority only.',
    'Gemiddelde tijd tot eerste reactie per week, per team, in SLA-uren, alleen prioriteit hoog.',
  ],
  [
    {
      kind: 'scorecard',
      metrics: ['support_volume', { metric: 'time_to_close', statistic: 'median', hours: 'sla' }, { metric: 'csat', n: true }],
      groupBy: ['owner'],
      sort: { column: 'csat', direction: 'asc' },
      limit: 20,
    },
    'A scorecard of support volume, time to close (median, in SLA hours) and customer satisfaction (CSAT) (with its n), a row for each owner, the lowest customer satisfaction (CSAT) first, at most 20 rows.',
    'Een scorekaart van supportvolume, tijd tot sluiting (mediaan, in SLA-uren) en klanttevredenheidsscore (CSAT) (met de n), een rij per eigenaar, de laagste klanttevredenheidsscore (CSAT) eerst, hooguit 20 rijen.',
  ],
  [
    { kind: 'scorecard', metrics: ['opened', 'csat'], groupBy: ['team'], sort: { column: 'csat', by: 'n' } },
    'A scorecard of opened tickets and customer satisfaction (CSAT), a row for each team, most rows of customer satisfaction (CSAT) first.',
    'Een scorekaart van aangemaakte tickets en klanttevredenheidsscore (CSAT), een rij per team, meeste rijen van klanttevredenheidsscore (CSAT) eerst.',
  ],
  [
    { kind: 'scorecard', metrics: [{ metric: 'time_to_close', hours: '$hours' }], groupBy: ['team'] },
    'A scorecard of time to close (hours: $hours), a row for each team.',
    'Een scorekaart van tijd tot sluiting (uren: $hours), een rij per team.',
  ],
  [{ metric: 'csat' }, 'Customer satisfaction (CSAT) over time.', 'Klanttevredenheidsscore (CSAT) over tijd.'],
  [{ metric: 'csat_response_rate', frequency: 'month' }, 'CSAT response rate per month.', 'Respons op CSAT-enquêtes per maand.'],
  [
    { metric: 'sla_attainment', view: 'totals', groupBy: ['team', 'clock'] },
    'SLA attainment over the whole period, by team and SLA clock.',
    'SLA-naleving over de hele periode, per team en SLA-klok.',
  ],
  [
    { metric: 'time_to_close', statistics: ['median', 'p90', 'n'], frequency: 'day' },
    'Median, 90th percentile and n of time to close per day.',
    'Mediaan, 90e percentiel en n van tijd tot sluiting per dag.',
  ],
  [
    { metric: 'time_to_close', statistics: ['p95'], frequency: 'year' },
    '95th percentile of time to close per year.',
    '95e percentiel van tijd tot sluiting per jaar.',
  ],
  [{ metric: 'time_to_close', statistics: ['max'], frequency: 'hour' }, 'Maximum time to close per hour.', 'Langste tijd tot sluiting per uur.'],
  [
    { metric: 'time_to_close', statistics: ['count'], frequency: 'quarter' },
    'Number of rows behind time to close per quarter.',
    'Aantal rijen achter tijd tot sluiting per kwartaal.',
  ],
  [
    { metric: 'replies_to_resolution', view: 'totals' },
    'Mean replies to resolution over the whole period.',
    'Gemiddeld aantal antwoorden tot oplossing over de hele periode.',
  ],
  // what the catalogue says by itself: a top ten of customers
  [
    { metric: 'customer_wait_time', view: 'totals' },
    'Mean customer wait time over the whole period, by customer, the 10 highest.',
    'Gemiddelde wachttijd klant over de hele periode, per klant, de 10 hoogste.',
  ],
  [
    { metric: 'csat', view: 'totals', groupBy: ['owner'], sort: { by: 'value', direction: 'asc' }, limit: 5, minN: 3 },
    'Customer satisfaction (CSAT) over the whole period, by owner, the 5 lowest, each of at least 3 rows.',
    'Klanttevredenheidsscore (CSAT) over de hele periode, per eigenaar, de 5 laagste, elk met minstens 3 rijen.',
  ],
  [
    { metric: 'opened', view: 'totals', groupBy: ['channel'], limit: 3, other: true, sort: { by: 'n', direction: 'desc' } },
    'Opened tickets over the whole period, by channel, the 3 with the most rows, the rest as “Other”.',
    'Aangemaakte tickets over de hele periode, per kanaal, de 3 met de meeste rijen, de rest als “Overige”.',
  ],
  [
    { metric: 'opened', groupBy: ['team'], sort: { by: 'name', direction: 'asc' } },
    'Opened tickets over time, by team, by name from A to Z.',
    'Aangemaakte tickets over tijd, per team, op naam van A tot Z.',
  ],
  [{ metric: 'backlog', view: 'totals' }, 'Backlog at the end of the period.', 'Openstaande tickets aan het einde van de periode.'],
  [
    { metric: 'time_to_breach', view: 'totals' },
    'Minimum time to breach at the end of the period.',
    'Kortste tijd tot SLA-overschrijding aan het einde van de periode.',
  ],
  // filters
  [only('in', 't1', 't2'), 'Opened tickets over time, Billing or Sales team only.', 'Aangemaakte tickets over tijd, alleen team Billing of Sales.'],
  [only('equals', '$team'), 'Opened tickets over time, $team team only.', 'Aangemaakte tickets over tijd, alleen team $team.'],
  [only('not_in', 't1'), 'Opened tickets over time, without team Billing.', 'Aangemaakte tickets over tijd, zonder team Billing.'],
  [only('contains', 'Bil'), 'Opened tickets over time, only where team contains Bil.', 'Aangemaakte tickets over tijd, alleen waar team Bil bevat.'],
  [only('is_empty'), 'Opened tickets over time, only without team.', 'Aangemaakte tickets over tijd, alleen zonder team.'],
  [only('is_not_empty'), 'Opened tickets over time, only with team.', 'Aangemaakte tickets over tijd, alleen met team.'],
  [only('in'), 'Opened tickets over time.', 'Aangemaakte tickets over tijd.'],
  [
    { metric: 'opened', filters: [{ field: 'owner', values: ['a1'] }] },
    'Opened tickets over time, only owner Anna Jansen.',
    'Aangemaakte tickets over tijd, alleen eigenaar Anna Jansen.',
  ],
  [
    { metric: 'opened', filters: [{ field: 'hour_of_day', op: 'between', values: ['9', '17'] }] },
    'Opened tickets over time, only hour of day from 9 to 17.',
    'Aangemaakte tickets over tijd, alleen uur van de dag van 9 tot en met 17.',
  ],
  // the metric's own options
  [
    { metric: 'sla_at_risk', view: 'totals' },
    'SLA clocks at risk at the end of the period, due within 30 minutes.',
    'Dreigende SLA-overschrijdingen aan het einde van de periode, die aflopen binnen 30 minuten.',
  ],
  [
    { metric: 'time_to_close', close: 'first' },
    'Mean time to close over time, until the first close.',
    'Gemiddelde tijd tot sluiting over tijd, tot de eerste sluiting.',
  ],
  [
    { metric: 'time_to_close', groupBy: ['owner'], ownerAt: 'current' },
    'Mean time to close over time, by owner, with owner and team as they are now.',
    'Gemiddelde tijd tot sluiting over tijd, per eigenaar, met eigenaar en team zoals ze nu zijn.',
  ],
  [
    { metric: 'time_to_close', statistics: ['mean', 'count'], unit: 'workdays' },
    'Mean and count of time to close over time, written in working days.',
    'Gemiddelde en aantal van tijd tot sluiting over tijd, geschreven in werkdagen.',
  ],
  // nothing of it is a duration
  [
    { metric: 'time_to_close', statistics: ['count', 'within'], threshold: '8h', unit: 'workdays' },
    'Count and share within 8 h of time to close over time.',
    'Aantal en aandeel binnen 8 u van tijd tot sluiting over tijd.',
  ],
  [
    { metric: 'time_to_close', groupBy: ['team'], ownerAt: 'created' },
    'Mean time to close over time, by team, with owner and team as they were at creation.',
    'Gemiddelde tijd tot sluiting over tijd, per team, met eigenaar en team zoals bij het aanmaken.',
  ],
  [
    { metric: 'opened', include: ['spam', 'test'] },
    'Opened tickets over time, spam and test tickets counted too.',
    'Aangemaakte tickets over tijd, spam en testtickets tellen ook mee.',
  ],
  [
    { metric: 'agent_status_time', view: 'totals', includeOffline: true },
    'Agent availability by status over the whole period, by availability, offline time counted too.',
    'Beschikbaarheid vertegenwoordigers over de hele periode, per beschikbaarheid, met de tijd offline.',
  ],
  [
    { metric: 'time_to_close', view: 'totals', beyondTarget: true },
    'Mean time to close over the whole period, as how far beyond its target (above 0 is worse).',
    'Gemiddelde tijd tot sluiting over de hele periode, als afstand voorbij de streefwaarde (boven 0 is slechter).',
  ],
  // beside the numbers
  [
    { metric: 'opened', compare: 'previous_year', trend: 'predictive', anomalies: true },
    'Opened tickets over time, beside the same period last year, with a predictive trend, with anomalies marked.',
    'Aangemaakte tickets over tijd, naast dezelfde periode vorig jaar, met een voorspellende trend, met anomalieën aangegeven.',
  ],
  [
    { metric: 'opened', view: 'totals', compare: 'previous_period', trend: 'linear' },
    'Opened tickets over the whole period, beside the previous period.',
    'Aangemaakte tickets over de hele periode, naast de vorige periode.',
  ],
  // variables stand for themselves
  [
    { metric: 'time_to_close', hours: '$hours', frequency: '$every', groupBy: ['$by'] },
    'Mean time to close per $every, by $by, hours: $hours.',
    'Gemiddelde tijd tot sluiting per $every, per $by, uren: $hours.',
  ],
  // rows and events
  [records({ sort: { direction: 'asc' } }), 'The rows behind time to close, the shortest first.', 'De rijen achter tijd tot sluiting, de kortste eerst.'],
  [records({}), 'The rows behind time to close.', 'De rijen achter tijd tot sluiting.'],
  [
    records({ frequency: 'week', at: Date.UTC(2026, 2, 3) }),
    'The rows behind time to close, in the week of 2026-03-03.',
    'De rijen achter tijd tot sluiting, in de week van 2026-03-03.',
  ],
  [{ kind: 'events', metric: '' }, 'Events of every kind.', 'Gebeurtenissen van elke soort.'],
  [
    { kind: 'events', metric: '', events: ['sla_breach', 'holiday'], filters: [{ field: 'team', values: ['t1'] }] },
    'Events: SLA breach and holiday, Billing team only.',
    'Gebeurtenissen: SLA-overschrijding en feestdag, alleen team Billing.',
  ],
  [{ metric: '' }, '', ''],
];

describe.each([
  ['en-US', 1],
  ['nl-NL', 2],
] as const)('sentence in %s', (language, column) => {
  beforeAll(() => speak(language));

  it.each(CASES.map((row) => [row[column] || '(nothing yet)', row] as const))('%s', (_, row) => expect(of(row[0])).toBe(row[column]));

  it('names fixed values without asking the helpdesk', () => {
    const text = sentence(
      queryOf({
        metric: 'opened',
        filters: [
          { field: 'weekday', values: ['1'] },
          { field: 'owner', values: ['(unassigned)'] },
        ],
      })
    );
    expect(text).toContain(language === 'en-US' ? 'only weekday Monday, only owner (unassigned)' : 'alleen weekdag maandag, alleen eigenaar (niet toegewezen)');
  });

  it('has one for every statistic of every metric, with nothing left unfilled', () => {
    const all = METRICS.flatMap((metric) => metric.statistics.map((statistic) => of({ metric: metric.id, statistics: [statistic] })));
    expect(all.filter((text) => !/^[\p{Lu}\d].*[^.]\.$/u.test(text) || text.includes('{{'))).toEqual([]);
  });
});

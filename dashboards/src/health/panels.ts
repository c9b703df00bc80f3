import type { Text } from '../language';
import type { Part } from '../layout';

/** How a panel of the health dashboard draws. */
export type HealthKind = 'number' | 'lines' | 'columns' | 'top';

/** A panel of the health dashboard: figures of the plugin itself, asked of Prometheus. */
export interface HealthPanel {
  /** Never changes. */
  readonly id: number;
  readonly kind: HealthKind;
  readonly width: number;
  readonly title: Text;
  readonly description: Text;
  readonly unit: string;
  /** PromQL, and the name of its series where the title does not say it. */
  readonly asked: ReadonlyArray<{ readonly expr: string; readonly legend?: Text | string }>;
  /** How far the axis reaches where all is less: of what is zero when all is well. */
  readonly reaches?: number;
  /** Of a number: from where on it is worth a look, and from where on somebody must. */
  readonly limits?: { readonly look?: number; readonly act: number };
}

/** The figures of one Grafana, or of those that are chosen; and of a data source. */
const of = (name: string, more = '') => `helpdesk_metrics_${name}{instance=~"$instance"${more}}`;
const ofStore = (name: string) => of(name, ', store=~"$store"');
const grown = (figure: string, over = '$__rate_interval') => `increase(${figure}[${over}])`;
const rate = (figure: string) => `rate(${figure}[$__rate_interval])`;
const late = (quantile: number) => `max(${of('event_loop_delay_seconds', `, quantile="${quantile}"`)})`;
const latency = (quantile: number) => `histogram_quantile(${quantile}, sum by (le) (${rate(of('query_seconds_bucket'))}))`;

/** The dashboard: is the data fresh, what do refreshes cost, how are queries answered, how is the process. */
export const HEALTH: ReadonlyArray<Part<HealthPanel>> = [
  {
    id: 100,
    title: { en: 'Is the data fresh?', nl: 'Zijn de gegevens vers?' },
    panels: [
      {
        id: 1,
        kind: 'number',
        width: 8,
        title: { en: 'Behind', nl: 'Achter' },
        description: {
          en: 'How long ago the helpdesk was last read successfully, of the data source that is furthest behind. Half an hour is three refreshes of ten minutes; after an hour (maxAge) alert rules get errors.',
          nl: 'Hoelang geleden de helpdesk voor het laatst met succes is gelezen, van de gegevensbron die het verst achterloopt. Een half uur is drie verversingen van tien minuten; na een uur (maxAge) krijgen waarschuwingsregels fouten.',
        },
        unit: 's',
        asked: [{ expr: `max(${ofStore('refresh_lag_seconds')})` }],
        limits: { look: 1800, act: 3600 },
      },
      {
        id: 2,
        kind: 'number',
        width: 8,
        title: { en: 'Failing', nl: 'Mislukt' },
        description: {
          en: 'Data sources whose last refresh failed. “Save & test” says why.',
          nl: 'Gegevensbronnen waarvan de laatste verversing is mislukt. “Save & test” zegt waarom.',
        },
        unit: 'short',
        asked: [{ expr: `sum(${of('data_sources_failing')})` }],
        limits: { act: 1 },
      },
      {
        id: 3,
        kind: 'number',
        width: 8,
        title: { en: 'Open', nl: 'Open' },
        description: {
          en: 'Data sources that are open. One that nobody asks for 15 minutes is closed; that is no fault.',
          nl: 'Gegevensbronnen die open zijn. Een waar 15 minuten niemand iets aan vraagt, wordt gesloten; dat is geen fout.',
        },
        unit: 'short',
        asked: [{ expr: `sum(${of('data_sources_open')})` }],
      },
      {
        id: 4,
        kind: 'number',
        width: 8,
        title: { en: 'With data', nl: 'Met gegevens' },
        description: { en: 'Open data sources whose first load is complete.', nl: 'Open gegevensbronnen waarvan de eerste keer laden klaar is.' },
        unit: 'short',
        asked: [{ expr: `sum(${of('data_sources_ready')})` }],
      },
      {
        id: 5,
        kind: 'number',
        width: 8,
        title: { en: 'Running now', nl: 'Nu bezig' },
        description: { en: 'Statements that run now in the embedded database.', nl: 'Opdrachten die nu in de ingebouwde database lopen.' },
        unit: 'short',
        asked: [{ expr: `sum(${of('queries_running')})` }],
      },
      {
        id: 6,
        kind: 'number',
        width: 8,
        title: { en: 'Memory', nl: 'Geheugen' },
        description: {
          en: 'Memory of the plugin’s process, the embedded database included.',
          nl: 'Geheugen van het proces van de plug-in, met de ingebouwde database.',
        },
        unit: 'bytes',
        asked: [{ expr: `sum(${of('resident_memory_bytes')})` }],
      },
      {
        id: 7,
        kind: 'lines',
        width: 12,
        title: { en: 'How far each data source is behind', nl: 'Hoe ver elke gegevensbron achterloopt' },
        description: {
          en: 'Minutes since the helpdesk was last read successfully. A saw with teeth of one refresh interval is healthy. Which data source a label is, administrators find as inMetrics in the resource “status”.',
          nl: 'Minuten sinds de helpdesk voor het laatst met succes is gelezen. Een zaag met tanden van één verversingsinterval is gezond. Welke gegevensbron een label is, vinden beheerders als inMetrics in de bron “status”.',
        },
        unit: 'suffix:min',
        asked: [{ expr: `max by (store) (${ofStore('refresh_lag_seconds')}) / 60`, legend: '{{store}}' }],
      },
      {
        id: 8,
        kind: 'columns',
        width: 12,
        title: { en: 'Refreshes that failed', nl: 'Mislukte verversingen' },
        description: {
          en: 'First loads among them. A lag that grows without failures is a refresh that takes too long.',
          nl: 'Ook eerste keren laden. Een achterstand die groeit zonder mislukkingen, is een verversing die te lang duurt.',
        },
        unit: 'short',
        asked: [{ expr: `sum by (store) (${grown(ofStore('refresh_failures_total'))})`, legend: '{{store}}' }],
        reaches: 1,
      },
    ],
  },
  {
    id: 101,
    title: { en: 'What refreshes cost', nl: 'Wat verversingen kosten' },
    panels: [
      {
        id: 11,
        kind: 'columns',
        width: 12,
        title: { en: 'Refreshes by what they read', nl: 'Verversingen naar wat ze lazen' },
        description: {
          en: 'full: everything; increment: what had changed; nothing: there was nothing new. Many full ones mean tables without updated_at.',
          nl: 'full: alles; increment: wat was gewijzigd; nothing: er was niets nieuws. Veel volledige betekent tabellen zonder updated_at.',
        },
        unit: 'short',
        asked: [{ expr: `sum by (kind) (${grown(ofStore('refreshes_total'))})`, legend: '{{kind}}' }],
      },
      {
        id: 12,
        kind: 'lines',
        width: 12,
        title: { en: 'How long the newest refresh took', nl: 'Hoelang de nieuwste verversing duurde' },
        description: { en: 'By data source.', nl: 'Per gegevensbron.' },
        unit: 's',
        asked: [{ expr: `max by (store) (${ofStore('last_refresh_seconds')})`, legend: '{{store}}' }],
      },
      {
        id: 13,
        kind: 'lines',
        width: 12,
        title: { en: 'Rows read per second', nl: 'Gelezen rijen per seconde' },
        description: {
          en: 'What the helpdesk’s database is asked for, by what the refresh read.',
          nl: 'Wat de database van de helpdesk wordt gevraagd, naar wat de verversing las.',
        },
        unit: 'short',
        asked: [{ expr: `sum by (kind) (${rate(ofStore('refresh_rows_total'))})`, legend: '{{kind}}' }],
      },
      {
        id: 14,
        kind: 'lines',
        width: 12,
        title: { en: 'Share of time spent on refreshes', nl: 'Deel van de tijd dat aan verversen opgaat' },
        description: { en: 'Above a half, “Refresh now” has to wait.', nl: 'Boven de helft moet “Nu verversen” wachten.' },
        unit: 'percentunit',
        asked: [{ expr: `sum by (store) (${rate(ofStore('refresh_seconds_total'))})`, legend: '{{store}}' }],
      },
    ],
  },
  {
    id: 102,
    title: { en: 'How queries are answered', nl: 'Hoe vragen worden beantwoord' },
    panels: [
      {
        id: 21,
        kind: 'columns',
        width: 12,
        title: { en: 'Queries per second', nl: 'Vragen per seconde' },
        description: {
          en: 'By HTTP status: 200 is an answer, 4xx a query that cannot be answered or a reader who may not see it, 503 data that is not there yet or too old, 500 a fault.',
          nl: 'Naar HTTP-status: 200 is een antwoord, 4xx een vraag die niet te beantwoorden is of een lezer die het niet mag zien, 503 gegevens die er nog niet zijn of te oud, 500 een fout.',
        },
        unit: 'reqps',
        asked: [{ expr: `sum by (status) (${rate(of('queries_total'))})`, legend: '{{status}}' }],
      },
      {
        id: 22,
        kind: 'lines',
        width: 12,
        title: { en: 'How long queries take', nl: 'Hoelang vragen duren' },
        description: { en: 'Half of them, nine in ten and 99 in a hundred took less.', nl: 'De helft, negen op de tien en 99 op de honderd duurden korter.' },
        unit: 's',
        asked: [0.5, 0.9, 0.99].map((quantile) => ({ expr: latency(quantile), legend: `p${100 * quantile}` })),
      },
      {
        id: 23,
        kind: 'top',
        width: 24,
        title: { en: 'Most asked', nl: 'Meest gevraagd' },
        description: { en: 'Metrics by how often they were asked in the time range.', nl: 'Metrieken naar hoe vaak ze in het tijdsbereik zijn gevraagd.' },
        unit: 'short',
        asked: [{ expr: `topk(10, round(sum by (metric) (${grown(of('queries_total'), '$__range')})))`, legend: '{{metric}}' }],
      },
    ],
  },
  {
    id: 103,
    title: { en: 'How the process is', nl: 'Hoe het proces eraan toe is' },
    panels: [
      {
        id: 31,
        kind: 'lines',
        width: 12,
        title: { en: 'Memory of the process', nl: 'Geheugen van het proces' },
        description: {
          en: 'All of it, and what JavaScript’s values take. The rest is mostly the embedded database, up to the settings’ memoryLimit for each data source.',
          nl: 'Alles, en wat de waarden van JavaScript innemen. De rest is vooral de ingebouwde database, tot memoryLimit uit de instellingen voor elke gegevensbron.',
        },
        unit: 'bytes',
        asked: [
          { expr: `sum(${of('resident_memory_bytes')})`, legend: { en: 'All', nl: 'Alles' } },
          { expr: `sum(${of('heap_used_bytes')})`, legend: { en: 'JavaScript', nl: 'JavaScript' } },
        ],
      },
      {
        id: 32,
        kind: 'lines',
        width: 12,
        title: { en: 'How late the event loop is', nl: 'Hoeveel de event loop te laat is' },
        description: {
          en: 'While it is late, nobody is answered. Half of the delays, 99 in a hundred, and the longest between two looks of Prometheus.',
          nl: 'Zolang hij te laat is, krijgt niemand antwoord. De helft van de vertragingen, 99 op de honderd, en de langste tussen twee keer dat Prometheus kijkt.',
        },
        unit: 's',
        asked: [
          { expr: late(0.5), legend: 'p50' },
          { expr: late(0.99), legend: 'p99' },
          { expr: late(1), legend: { en: 'Longest', nl: 'Langste' } },
        ],
      },
    ],
  },
];

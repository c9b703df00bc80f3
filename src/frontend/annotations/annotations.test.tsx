import type { AnnotationQuery } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { parseQuery } from '../../shared/query';
import type { DataSourceQuery } from '../types';
import { eventAnnotations } from './annotations';
import { drawEditors } from '../screen.fixture';
import { EventsEditor } from './events-editor';

drawEditors();

const fixed = (annotation: object) => eventAnnotations.prepareAnnotation?.(annotation) as AnnotationQuery<DataSourceQuery>;
/** What Grafana asks for an annotation that is saved so. */
const prepared = (target: object | undefined) => eventAnnotations.prepareQuery?.(fixed({ target }));
const FIRST = { refId: 'Anno', kind: 'events', metric: '', events: ['sla_breach'] };
const GRAFANAS = { limit: 100, matchAny: false, tags: [], type: 'dashboard' };

describe('eventAnnotations', () => {
  it('asks for events, whatever else the dashboard holds', () => {
    const query = prepared({ kind: 'metric', events: ['holiday'], filters: [{ field: 'team', values: ['t1'] }] });
    expect(query).toMatchObject({ refId: 'Anno', kind: 'events', events: ['holiday'], filters: [{ field: 'team', values: ['t1'] }] });
    expect(parseQuery(query)).toMatchObject({ kind: 'events', events: ['holiday'] });
  });

  it.each([
    ['new', undefined],
    ['Grafana’s own', GRAFANAS],
    ['a Prometheus one', { refId: 'Anno', expr: 'up', step: '60s' }],
  ])('asks for breaches, as the editor shows, where the annotation was %s', (_, target) => {
    expect(prepared(target)).toEqual(FIRST);
    expect(parseQuery(prepared(target))).toMatchObject({ kind: 'events', events: ['sla_breach'] });
    expect(eventAnnotations.getDefaultQuery?.()).toMatchObject({ events: ['sla_breach'] });
  });

  it('saves the first query in the dashboard’s second schema too', () => {
    expect(fixed({ name: 'n', query: { kind: 'grafana', spec: GRAFANAS } })).toEqual({ name: 'n', target: FIRST, query: { kind: 'grafana', spec: FIRST } });
    const ours = { name: 'n', query: { kind: 'helpdesk', spec: { kind: 'events', events: ['holiday'] } } };
    expect(fixed(ours)).toBe(ours);
  });

  it('keeps a misspelt key of ours: the backend names it', () => {
    expect(() => parseQuery(prepared({ kind: 'events', event: ['holiday'] }))).toThrow(/no key "event".*Did you mean "events"/);
  });
});

it('EventsEditor adds a kind by its name', async () => {
  const onChange = jest.fn();
  const query = { refId: 'Anno', kind: 'events', metric: '', events: ['sla_breach'] };
  render(
    <EventsEditor
      {...({ datasource: { customFields: async () => [] }, query, onChange, onRunQuery: jest.fn() } as unknown as ComponentProps<typeof EventsEditor>)}
    />
  );
  await userEvent.click(screen.getByLabelText(/^Events/));
  await userEvent.click(await screen.findByRole('option', { name: /^Ticket reopened/ }));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'events', events: ['sla_breach', 'reopening'] }));
});

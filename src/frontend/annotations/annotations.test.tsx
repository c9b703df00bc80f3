import type { AnnotationQuery } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { parseQuery } from '../../shared/query';
import type { DataSourceQuery } from '../types';
import { eventAnnotations } from './annotations';
import { pretendScreen } from '../variables/testing';
import { EventsEditor } from './events-editor';

// whole editors are drawn, on a busy machine slowly
jest.setTimeout(30_000);

beforeAll(pretendScreen);

const prepared = (target: object | undefined) => eventAnnotations.prepareQuery?.({ target } as unknown as AnnotationQuery<DataSourceQuery>);

describe('eventAnnotations', () => {
  it('asks for events, whatever else the dashboard holds', () => {
    const query = prepared({ kind: 'metric', events: ['holiday'], filters: [{ field: 'team', values: ['t1'] }] });
    expect(query).toMatchObject({ refId: 'Anno', kind: 'events', events: ['holiday'], filters: [{ field: 'team', values: ['t1'] }] });
    expect(parseQuery(query)).toMatchObject({ kind: 'events', events: ['holiday'] });
  });

  it('asks for nothing where nothing is said, and starts with breaches', () => {
    expect(prepared(undefined)).toBeUndefined();
    expect(parseQuery(eventAnnotations.getDefaultQuery?.())).toMatchObject({ kind: 'events', events: ['sla_breach'] });
  });
});

it('EventsEditor adds a kind by its name', async () => {
  const onChange = jest.fn();
  const query = { refId: 'Anno', kind: 'events', metric: '', events: ['sla_breach'] };
  render(<EventsEditor {...({ datasource: {}, query, onChange, onRunQuery: jest.fn() } as unknown as ComponentProps<typeof EventsEditor>)} />);
  await userEvent.click(screen.getByLabelText(/^Events/));
  await userEvent.click(await screen.findByRole('option', { name: /^Ticket reopened/ }));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'events', events: ['sla_breach', 'reopening'] }));
});

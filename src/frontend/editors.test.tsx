import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { ConfigEditor } from './config-editor';
import { QueryEditor } from './query-editor';

/** Types as a person does; user-event reads brackets as keys, so they are doubled. */
async function write(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, text.replace(/[{[]/g, '$&$&'));
  await userEvent.tab();
}

describe('QueryEditor', () => {
  const show = () => {
    const [onChange, onRunQuery] = [jest.fn(), jest.fn()];
    const query = { refId: 'A', metric: 'csat' };
    render(<QueryEditor {...({ query, onChange, onRunQuery } as unknown as ComponentProps<typeof QueryEditor>)} />);
    return { onChange, onRunQuery, field: screen.getByLabelText(/^Query/) };
  };

  it('shows the query without Grafana’s envelope', () => {
    expect(JSON.parse((show().field as HTMLTextAreaElement).value)).toEqual({ metric: 'csat' });
  });

  it('runs a complete query, and leaves its refId alone', async () => {
    const { field, onChange, onRunQuery } = show();
    await write(field, '{"metric": "opened", "refId": "Z"}');
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ metric: 'opened', refId: 'A' }));
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('says what is not JSON yet, and runs nothing', async () => {
    const { field, onRunQuery } = show();
    await write(field, '{"metric"');
    expect(screen.getByText(/^This is not JSON yet/)).toBeInTheDocument();
    expect(onRunQuery).not.toHaveBeenCalled();
  });
});

describe('ConfigEditor', () => {
  const show = (options: object = {}) => {
    const onOptionsChange = jest.fn();
    render(<ConfigEditor {...({ options: { jsonData: { timeZone: 'UTC' }, secureJsonFields: {}, ...options }, onOptionsChange } as unknown as ComponentProps<typeof ConfigEditor>)} />);
    return onOptionsChange;
  };

  it('writes settings', async () => {
    const onOptionsChange = show();
    await write(screen.getByLabelText(/^Settings/), '{"timeZone": "Europe/Oslo"}');
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ jsonData: { timeZone: 'Europe/Oslo' } }));
  });

  it('takes a password as a secret', async () => {
    const onOptionsChange = show();
    await userEvent.type(screen.getByLabelText(/^Password/), 'x');
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ secureJsonData: { password: 'x' }, jsonData: { timeZone: 'UTC' } }));
  });

  it('cannot read a password back, only take it away', async () => {
    const onOptionsChange = show({ secureJsonFields: { password: true } });
    await userEvent.click(screen.getByRole('button', { name: /reset/i }));
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ secureJsonFields: { password: false }, secureJsonData: { password: '' } }));
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { ConfigEditor } from './config-editor';

/** Types as a person does; user-event reads brackets as keys, so they are doubled. */
async function write(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, text.replace(/[{[]/g, '$&$&'));
  await userEvent.tab();
}

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

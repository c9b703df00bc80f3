import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { drawEditors } from '../screen.fixture';
import { Section } from './section';

drawEditors();

it('says what is set while it is folded, and shows its fields when it is not', async () => {
  render(
    <Section title="Time" told="UTC" page="docs/provisioning.md">
      <input aria-label="Zone" />
    </Section>
  );
  const heading = screen.getByRole('button', { name: 'Time UTC', expanded: false });
  expect(screen.queryByRole('textbox', { name: 'Zone' })).toBeNull();
  await userEvent.click(heading);
  expect(screen.getByRole('textbox', { name: 'Zone' })).toBeTruthy();
  expect(screen.getByText('More on this: docs/provisioning.md')).toBeTruthy();
});

it('names pages and headings that there are', () => {
  const named = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-section.tsx'))
    .flatMap((file) => [...readFileSync(join(__dirname, file), 'utf8').matchAll(/page="([^"#]+)#?([^"]*)"/g)].map(([, page, anchor]) => ({ page, anchor })));
  expect(named.length).toBeGreaterThan(8);
  const wrong = named.filter(({ page, anchor }) => {
    const headings = readFileSync(join(__dirname, '../../..', page), 'utf8').matchAll(/^#+ (.*)$/gm);
    return anchor !== '' && ![...headings].some(([, heading]) => heading.toLowerCase().replaceAll(' ', '-') === anchor);
  });
  expect(wrong).toEqual([]);
});

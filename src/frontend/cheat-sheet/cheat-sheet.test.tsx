import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { validate } from '../../backend/query/validate';
import { TOPICS } from '../../shared/catalog/metric';
import { parseQuery } from '../../shared/query';
import { speak } from '../i18n/language.fixture';
import { problems } from '../query/problems';
import { CheatSheet } from './cheat-sheet';
import { EXAMPLES } from './examples';

const show = () => {
  const onClickExample = jest.fn();
  render(<CheatSheet {...({ onClickExample } as unknown as ComponentProps<typeof CheatSheet>)} />);
  return onClickExample;
};

describe('CheatSheet', () => {
  beforeAll(() => speak('en-US'));

  it.each(Object.entries(EXAMPLES))('has examples of %s that run', (_, examples) => {
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      expect(problems({ refId: 'A', ...example })).toEqual([]);
      expect(() => validate(parseQuery(example))).not.toThrow();
    }
  });

  it('shows them by topic', () => {
    show();
    Object.entries(TOPICS).forEach(([topic, name]) => {
      expect(within(screen.getByRole('region', { name })).getAllByRole('button')).toHaveLength(EXAMPLES[topic as keyof typeof TOPICS].length);
    });
  });

  it('hands the example on that is clicked', async () => {
    const onClickExample = show();
    await userEvent.click(screen.getByRole('button', { name: /^Customer satisfaction \(CSAT\) per week, by team/ }));
    expect(onClickExample).toHaveBeenCalledWith({ refId: 'A', ...EXAMPLES.satisfaction[0] });
  });

  it('speaks Dutch', async () => {
    await speak('nl-NL');
    show();
    expect(screen.getByRole('button', { name: /^Gemiddelde tijd tot sluiting over de hele periode, per team, naast de vorige periode/ })).toBeInTheDocument();
    await speak('en-US');
  });
});

import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { speak } from './i18n/language.fixture';
import { pretendVariables } from './variables/dashboard.fixture';

/** Makes a file's tests draw whole editors, in English. */
export function drawEditors(): void {
  // on a busy machine slowly
  jest.setTimeout(30_000);
  beforeAll(async () => {
    pretendScreen();
    pretendVariables({});
    // jsdom takes long to say whether something is visible, and nothing here is hidden
    configure({ defaultHidden: true });
    const plain = document.createElement('div').style;
    jest.spyOn(window, 'getComputedStyle').mockImplementation(() => plain);
    await speak('en-US');
  });
}

/** Chooses with the keyboard alone: into the field, letters, the first that fits. */
export async function choose(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: label });
  field.focus();
  // as the tabulator key does
  field.select();
  // all letters at once: each redraws the whole editor
  await userEvent.paste(text);
  await screen.findByRole('option', { name: (name) => name.toLowerCase().includes(text.toLowerCase()) });
  await userEvent.keyboard('{ArrowDown}{Enter}');
}

/** What Grafana's drop-downs ask of a screen and jsdom lacks: sizes, and whether something is in sight. */
function pretendScreen(): void {
  class Sight {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
    takeRecords = () => [];
  }
  Object.assign(window, { IntersectionObserver: Sight });
  const size = { width: 400, height: 400, top: 0, left: 0, bottom: 0, right: 0, x: 0, y: 0, toJSON: () => undefined };
  Object.defineProperty(Element.prototype, 'getBoundingClientRect', { configurable: true, value: () => size });
  // lists draw only the rows for which there is room
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 400 });
}

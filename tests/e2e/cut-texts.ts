import type { Page } from '@playwright/test';

import { panels } from './preview';

/** What is measured. */
interface Measured {
  readonly isPhone: boolean;
  /** Panels whose bars, or rows, are people: a name may be as long as it likes. */
  readonly ofPeople: readonly number[];
}

/**
 * Titles of panels, heads and cells of their tables, and numbers on bars, whose text does not fit; but on a phone also names before bars, and titles
 * for which a notice, which any panel may come to have, would leave too little.
 */
export function cutTexts(page: Page, measured: Measured): Promise<string[]> {
  return panels(page).evaluateAll((all, { isPhone: isNarrow, ofPeople }) => {
    const items = all.flatMap((panel) => [...panel.querySelectorAll('[data-testid=title-items-container]')]);
    // a second icon stands for a notice
    const icons = isNarrow
      ? []
      : items
          .filter(({ children }) => children.length === 1)
          .map((own) => {
            const icon = own.children[0].cloneNode(true) as Element;
            own.append(icon);
            return icon;
          });
    const isCut = (part: Element) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible';
    const cut = all.flatMap((panel) => {
      const numbers = [...panel.querySelectorAll('[data-testid="data-testid Bar gauge value"]')];
      const bars = numbers.flatMap((number) => number.parentElement?.parentElement ?? []);
      const texts = [...panel.querySelectorAll('h2, [role=columnheader], [role=columnheader] *, [role=gridcell], [role=gridcell] *')];
      const isOfPeople = ofPeople.includes(Number((panel as HTMLElement).dataset.panelId));
      const names = (isNarrow || isOfPeople ? [] : bars).flatMap((bar) => [...bar.children]).filter((part) => !numbers.some((number) => part.contains(number)));
      // the box of a bar’s number is wider than the number
      const plain = texts.filter(
        (part) =>
          !(isOfPeople && part.closest('[role=gridcell][aria-colindex="1"]')) && !numbers.some((number) => part.contains(number) || number.contains(part))
      );
      const outside = numbers.filter((number, at) => {
        const [text, bar] = [number.children[0], bars[at]].map((part) => part.getBoundingClientRect());
        return text.left < bar.left - 1 || text.right > bar.right + 1;
      });
      return [...[...plain, ...names].filter(isCut), ...outside].map((part) => `${panel.getAttribute('aria-label')}: ${part.textContent}`);
    });
    icons.forEach((icon) => icon.remove());
    return cut;
  }, measured);
}

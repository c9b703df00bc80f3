import { fireEvent, screen } from '@testing-library/react';

/** Unfolds every part of the page that is folded. */
export function unfoldAll(): void {
  for (const folded of screen.queryAllByRole('button', { expanded: false })) {
    fireEvent.click(folded);
  }
}

import { renderHook, waitFor } from '@testing-library/react';

import { useToldOnce } from './choice';

it('tells a choice once, however often it is told in one task, and the next one again', async () => {
  const tell = jest.fn();
  const { result, rerender } = renderHook(() => useToldOnce());
  result.current(tell);
  rerender();
  result.current(tell);
  expect(tell).toHaveBeenCalledTimes(1);
  await waitFor(() => {
    result.current(tell);
    expect(tell).toHaveBeenCalledTimes(2);
  });
});

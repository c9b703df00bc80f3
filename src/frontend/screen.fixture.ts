/** What Grafana's drop-downs ask of a screen and jsdom lacks: sizes, and whether something is in sight. Call it in beforeAll. */
export function pretendScreen(): void {
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

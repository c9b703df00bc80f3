/** Ends this process on Ctrl-C or SIGTERM, once `stop` is done. */
export function onSignal(stop: () => Promise<unknown>): void {
  const end = () => void stop().finally(() => process.exit());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

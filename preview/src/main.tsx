import { setWeekStart } from '@grafana/data';
import { config } from '@grafana/runtime';
import { initializeI18n } from '@internal/i18n';
import { createRoot } from 'react-dom/client';

import { App } from './app/app';
import { keepWishes } from './app/wishes';
import { startServices } from './boot/services';

async function start(): Promise<void> {
  keepWishes();
  await initializeI18n({ language: config.bootData.user.language, ns: [] });
  // as Grafana does from the user's preferences
  setWeekStart(config.bootData.user.weekStart);
  startServices();
  createRoot(document.getElementById('root')!).render(<App />);
}

void start();

import './host/quiet';

import { createApp } from './app/app';
import { run } from './host/run';

void run(createApp);

/** All set-up, then the app: packages, models, build, server. Says what to open. */
import { ensurePackages, must } from './lib/run.mjs';

await ensurePackages();
await must('The build', 'npm', ['run', '-s', 'build']);
await import('./serve.mjs');

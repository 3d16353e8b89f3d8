import { debugLog } from '$lib/log/debug-log';
import { missing, stopOf, type Stop } from './needs';

let asked: { stop: Stop | null } | undefined;

/** Why nothing can be finished on this device, null where it can; asked once a visit. What is missing is in the log. */
export function deviceStop(): Stop | null {
  if (!asked) {
    const lacking = missing(globalThis);
    asked = { stop: stopOf(lacking) };
    if (lacking.length > 0) {
      const message = lacking.map(({ id }) => id).join(', ');
      const level = asked.stop ? 'warn' : 'info';
      debugLog.add({ level, code: 'browser.lacks', trace: { name: 'needs', message } });
    }
  }
  return asked.stop;
}

import { log } from './log';

/** Balancers give up soon: whoever does not answer by then is not ready, ms. */
const limitMs = 2000;

/**
 * Whether what submissions need answers, and soon. Askers at the same time share one question, so that they do not
 * pile up before something that hangs.
 *
 * @param ask rejects when something is missing
 */
export function healthCheck(ask: () => Promise<unknown>, limit = limitMs): () => Promise<boolean> {
  let inHand: Promise<boolean> | undefined;
  const once = async () => {
    try {
      await ask();
      return true;
    } catch (error) {
      log.warn('health.failed', error);
      return false;
    } finally {
      inHand = undefined;
    }
  };
  return async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), limit)));
    inHand ??= once();
    return Promise.race([inHand, late]).finally(() => clearTimeout(timer));
  };
}

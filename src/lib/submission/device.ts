const name = 'gradframe.device';

/** A random id of this device and browser, or undefined where nothing is kept: it limits floods, it names nobody. */
export function deviceId(): string | undefined {
  try {
    const found = localStorage.getItem(name);
    if (found) return found;
    const made = crypto.randomUUID();
    localStorage.setItem(name, made);
    return made;
  } catch {
    // No storage here, or a service worker.
    return undefined;
  }
}

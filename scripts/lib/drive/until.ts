/**
 * Asks until the answer is yes. A page on its way to another answers with an error: it is asked again.
 * @param what for the error when the time is over, which tells the last answer too
 */
export async function until(what: string, ask: () => Promise<boolean>, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    let trouble: unknown;
    try {
      if (await ask()) return;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${what}`, { cause: trouble });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

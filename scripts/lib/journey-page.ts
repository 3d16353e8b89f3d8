/**
 * What the journey asks of a page, in Playwright's words: Playwright's own page has all of it, and so has one of a
 * browser that Playwright cannot drive (drive/page.ts).
 */
export interface JourneyPage {
  goto(address: string): Promise<unknown>;
  waitForURL(address: RegExp, options: { timeout: number; waitUntil: 'commit' }): Promise<void>;
  getByTestId(id: string): JourneySpot;
  locator(selector: string): JourneySpot;
}

/** An element of the page, found anew at each call; where there are several, they must be told apart by the selector. */
export interface JourneySpot {
  click(options?: { timeout?: number }): Promise<void>;
  check(): Promise<void>;
  fill(text: string): Promise<void>;
  /** @param key a key's name as in `KeyboardEvent.key` */
  press(key: string): Promise<void>;
  isVisible(): Promise<boolean>;
  waitFor(options?: { state?: 'attached' | 'visible'; timeout?: number }): Promise<void>;
  setInputFiles(file: GivenFile): Promise<void>;
}

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A tab as a protocol drives it: what drive/page.ts builds on. */
export interface Tab {
  /** Goes to an address and waits until its document is loaded. Throws where it cannot be. */
  goto(url: string): Promise<void>;
  /** One step back in the tab's history. */
  back(): Promise<void>;
  /** The text that an expression in the page, or its promise, gives; null for anything else. */
  evaluate(expression: string): Promise<string | null>;
  /** A click by mouse at a place of the window, in CSS pixels. */
  tap(x: number, y: number): Promise<void>;
  /** A key pressed and let go. @param key its code in WebDriver, or a character */
  key(key: string): Promise<void>;
  /** Chooses a file on this machine in an `<input type=file>`. */
  choose(selector: string, path: string): Promise<void>;
}

/** A browser started for one test, with a profile of its own that is gone afterwards. */
export interface DrivenBrowser {
  /** Its window. */
  tab: Tab;
  /** Where downloads go. */
  downloads: string;
  close(): Promise<void>;
}

export interface StartOptions {
  /** As in the variable DISPLAY. */
  display: string;
  /** No history, nothing kept. WebKit's automation is always so. */
  isPrivate?: boolean;
}

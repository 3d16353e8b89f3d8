/** Something that goes on by itself. It may run twice: whatever it does must bear that. */
export interface Job {
  /** Shown by the console, by a text of its own. */
  name: JobName;
  /** So often, s. */
  everySeconds: number;
  work(): Promise<unknown>;
  /** Every endpoint runs it: it is about this machine. */
  everywhere?: boolean;
  /** How much there is to do for it now. */
  waiting?(): Promise<number>;
}

/** The console has a text for each. */
export type JobName = 'parts' | 'payment' | 'messages' | 'retention' | 'erasures' | 'farm';

/** How a run that failed is tried again; after the last try it is given up until it is due again. */
export interface Retries {
  limit: number;
  /** Before the first, s; twice as long before each further one. */
  delaySeconds: number;
}
export const usualRetries: Retries = { limit: 3, delaySeconds: 2 };

/** What runs the jobs. */
export interface Runner {
  /** Ends after the runs in hand. */
  stop(): Promise<void>;
}

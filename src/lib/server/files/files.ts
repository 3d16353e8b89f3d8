import { sha256Pattern } from '$lib/api/patterns';

/** Where photos are kept, by the SHA-256 of their content (lower-case hex). */
export interface PhotoFiles {
  /** Durable when it answers: the content and its name survive a power cut. Storing the same again is safe. */
  put(sha256: string, content: Uint8Array): Promise<void>;
  /** The content, or null. */
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removing what is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** Rejects when the store does not answer, or can take nothing. */
  check(): Promise<void>;
  /** Every photo that is there, in no order, and when it was put there (ms since 1970). */
  list(): AsyncIterable<{ sha256: string; at: number }>;
}

/** @throws Error when it is none: a name never leads anywhere else */
export function checkName(sha256: string): string {
  if (!sha256Pattern.test(sha256)) throw new Error('not a SHA-256');
  return sha256;
}

/** Where photos are kept, by the SHA-256 of their content (lower-case hex). */
export interface PhotoFiles {
  /** Durable when it answers: the content and its name survive a power cut. Storing the same again is safe. */
  put(sha256: string, content: Uint8Array): Promise<void>;
  /** The content, or null. */
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removing what is not there is no error. */
  remove(sha256: string): Promise<void>;
}

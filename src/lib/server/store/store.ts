import type { SubmissionState } from '$lib/submission/contract';

/** One submission as it is kept. */
export interface StoredSubmission {
  id: string;
  /** SHA-256 of the client's key; the key itself is never kept. */
  keyHash: string;
  /** SHA-256 of photo, registration and report together: tells a repeat from a conflict. */
  contentHash: string;
  state: SubmissionState;
  /** ISO 8601. */
  receivedAt: string;
  photoSha256: string;
  photoBytes: number;
  /** JSON as validated. */
  registration: string;
  report: string;
  /** Message keys, on rejection. */
  reasons: string[];
}

/** Where submissions are kept. Every method is durable when it answers. */
export interface SubmissionStore {
  /** Adds a submission with its first history entry; answers false, changing nothing, when the id is taken. */
  add(submission: StoredSubmission): Promise<boolean>;
  find(id: string): Promise<StoredSubmission | null>;
  /** Whether any submission refers to the photo. */
  refersTo(photoSha256: string): Promise<boolean>;
  close(): Promise<void>;
}

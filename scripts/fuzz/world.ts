import { randomBytes } from 'node:crypto';
import type { Reviewer } from '../faults/reviewers';

/** What random requests may refer to, because it is there. */
export interface World {
  campaigns: readonly string[];
  /** Submissions with their keys, whatever became of them. */
  submissions: readonly { id: string; key: string; studentNumber: string }[];
  photo: Uint8Array;
  /** A sealed item of a kiosk. */
  sealed: Uint8Array;
  /** An encrypted collection code. */
  code: string;
}

/** The same in every run, so that a seed gives the same requests. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** A student's key for a number: 43 characters, as many as 32 bytes have in base64url. */
export const keyOf = (number: number) => String(number).padStart(43, 'k');
/** A student number of ten digits. */
export const numberOf = (number: number) => String(2_022_000_000 + number);

export const staff: Record<'reviewer' | 'admin', Reviewer> = {
  reviewer: { name: 'fuzz-reviewer', password: randomBytes(12).toString('base64url') },
  admin: { name: 'fuzz-admin', password: randomBytes(12).toString('base64url') }
};

import type { Migration } from './migration';

/** By what a payer's own submissions are known, as `submission.sender`; '' of orders from before. */
export const payer: Migration = `ALTER TABLE payment_order ADD COLUMN sender TEXT NOT NULL DEFAULT '';`;

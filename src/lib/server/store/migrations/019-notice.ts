import type { Migration } from './migration';

/** The text that was agreed to: the SHA-256 of the notice in the student's language; empty for what came before it. */
export const notice: Migration = `ALTER TABLE consent_entry ADD COLUMN text_sha256 TEXT NOT NULL DEFAULT '';`;

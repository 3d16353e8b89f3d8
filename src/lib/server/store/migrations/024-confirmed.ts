import type { Migration } from './migration';

/** Whether an address's owner has said that messages may go there; what was arranged before stays arranged. */
export const confirmed: Migration = `ALTER TABLE message_channel ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 1;`;

import type { Migration } from './migration';

/** Addresses that their owners leave until the campaign's end, to be reminded by; and when that was done last. */
export const reminders: Migration = `
  ALTER TABLE message_channel ADD COLUMN remind INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE message_channel ADD COLUMN reminded_at TEXT;
  CREATE INDEX message_channel_remind ON message_channel (submission_id) WHERE remind = 1;`;

import type { Migration } from './migration';

/**
 * What was erased because somebody asked, so that a backup from before brings none of it back; what retention told it
 * would erase; what an identity needs to be in clear for, sealed; and where orders and messages are found from.
 */
export const erasures: Migration = `
  CREATE TABLE erasure (
    subject TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (subject, at)
  );
  CREATE TABLE retention_notice (
    campaign TEXT NOT NULL,
    at       TEXT NOT NULL,
    cutoff   TEXT NOT NULL,
    due      INTEGER NOT NULL,
    stopped  TEXT NOT NULL,
    PRIMARY KEY (campaign, at)
  );
  ALTER TABLE account_identity ADD COLUMN sealed TEXT;
  CREATE INDEX payment_order_student ON payment_order (campaign, student_number);
  CREATE INDEX message_of ON message (channel_id);`;

import type { Migration } from './migration';

/**
 * Who sent a submission, as far as senders are told apart; open orders by key; one address of a kind for each
 * submission, and how often one address was asked for.
 */
export const whose: Migration = `
  ALTER TABLE submission ADD COLUMN sender TEXT NOT NULL DEFAULT '';
  DROP INDEX payment_order_open;
  CREATE UNIQUE INDEX payment_order_open ON payment_order (campaign, student_number, key_hash)
    WHERE state IN ('ordered', 'pending');
  DELETE FROM message_channel WHERE EXISTS (SELECT 1 FROM message_channel AS later
    WHERE later.submission_id = message_channel.submission_id AND later.kind = message_channel.kind
      AND (later.made_at, later.id) > (message_channel.made_at, message_channel.id));
  DROP INDEX message_channel_once;
  CREATE UNIQUE INDEX message_channel_once ON message_channel (submission_id, kind);
  CREATE TABLE message_asked (
    address TEXT NOT NULL,
    day     TEXT NOT NULL,
    times   INTEGER NOT NULL,
    PRIMARY KEY (address, day)
  );`;

import type { Migration } from './migration';

/**
 * Campaigns; whose submission it is, in columns of their own; retakes, claims, consent; why a state changed; further
 * ids under which the same content was sent.
 */
export const campaigns: Migration = `
  CREATE TABLE campaign (
    code     TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    changed_at TEXT NOT NULL
  );
  ALTER TABLE submission ADD COLUMN campaign TEXT NOT NULL DEFAULT 'default';
  ALTER TABLE submission ADD COLUMN student_number TEXT NOT NULL DEFAULT '';
  ALTER TABLE submission ADD COLUMN name TEXT NOT NULL DEFAULT '';
  ALTER TABLE submission ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE submission ADD COLUMN replaces TEXT;
  ALTER TABLE submission ADD COLUMN content_key TEXT;
  ALTER TABLE submission ADD COLUMN consent TEXT;
  ALTER TABLE submission ADD COLUMN claimed_by TEXT;
  ALTER TABLE submission ADD COLUMN claimed_at TEXT;
  ALTER TABLE submission ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE submission ADD COLUMN erased_at TEXT;
  ALTER TABLE history ADD COLUMN from_state TEXT NOT NULL DEFAULT 'draft';
  ALTER TABLE history ADD COLUMN why TEXT NOT NULL DEFAULT '';
  UPDATE submission SET changed_at = received_at;
  CREATE UNIQUE INDEX submission_content ON submission (content_key);
  CREATE UNIQUE INDEX submission_replaces ON submission (replaces);
  CREATE INDEX submission_student ON submission (campaign, student_number, received_at);
  CREATE INDEX submission_campaign_queue ON submission (campaign, state, received_at);
  CREATE INDEX submission_retention ON submission (campaign, received_at);
  CREATE TABLE submission_alias (
    id            TEXT PRIMARY KEY,
    key_hash      TEXT NOT NULL,
    submission_id TEXT NOT NULL REFERENCES submission (id)
  );
  CREATE INDEX submission_alias_of ON submission_alias (submission_id);`;

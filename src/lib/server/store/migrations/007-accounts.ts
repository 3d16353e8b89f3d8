import type { Migration } from './migration';

/** Students' accounts: how each may be opened, the one registration it stands for, sessions and sign-ins under way. */
export const accounts: Migration = `
  CREATE TABLE account (
    id      TEXT PRIMARY KEY,
    made_at TEXT NOT NULL
  );
  CREATE TABLE account_identity (
    provider   TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    made_at    TEXT NOT NULL,
    PRIMARY KEY (provider, subject)
  );
  CREATE UNIQUE INDEX account_identity_of ON account_identity (account_id, provider);
  CREATE TABLE account_passkey (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    public_key TEXT NOT NULL,
    counter    INTEGER NOT NULL,
    made_at    TEXT NOT NULL
  );
  CREATE INDEX account_passkey_of ON account_passkey (account_id);
  CREATE TABLE account_registration (
    campaign       TEXT NOT NULL,
    student_number TEXT NOT NULL,
    account_id     TEXT NOT NULL REFERENCES account (id),
    made_at        TEXT NOT NULL,
    PRIMARY KEY (campaign, student_number)
  );
  CREATE UNIQUE INDEX account_registration_of ON account_registration (account_id, campaign);
  CREATE TABLE student_session (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    made_at    TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    replaced   INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX student_session_of ON student_session (account_id);
  CREATE TABLE sign_in (
    key_hash   TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    secrets    TEXT NOT NULL,
    expires_at TEXT NOT NULL
  );`;

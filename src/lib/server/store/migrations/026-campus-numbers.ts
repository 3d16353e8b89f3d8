import type { Migration } from './migration';

/** Student numbers that the campus's own sign-in has told of an account: each is one account's. */
export const campusNumbers: Migration = `
  CREATE TABLE account_number (
    student_number TEXT PRIMARY KEY,
    account_id     TEXT NOT NULL REFERENCES account (id),
    made_at        TEXT NOT NULL
  );
  CREATE INDEX account_number_of ON account_number (account_id);`;

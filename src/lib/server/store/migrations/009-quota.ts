import type { Migration } from './migration';

const tables = `
  CREATE TABLE endpoint_key (
    id     TEXT PRIMARY KEY,
    secret TEXT NOT NULL
  );
  CREATE TABLE standardisation (
    campaign       TEXT NOT NULL,
    student_number TEXT NOT NULL,
    subject        TEXT NOT NULL,
    at             TEXT NOT NULL,
    permit         TEXT NOT NULL,
    PRIMARY KEY (campaign, student_number, subject, at)
  );
  CREATE INDEX standardisation_subject ON standardisation (subject, at);`;

/** The key that quota permits are signed with, and the finished photos that were told of. */
export const quota: Migration = { sqlite: tables, postgres: tables };

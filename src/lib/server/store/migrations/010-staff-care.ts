import type { Migration } from './migration';

const columns = `
  ALTER TABLE staff ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE staff ADD COLUMN identity TEXT;
  CREATE UNIQUE INDEX staff_identity ON staff (identity);`;

/** One-time passwords, and who an account is at the unit's single sign-on. */
export const accountAdmin: Migration = { sqlite: columns, postgres: columns };

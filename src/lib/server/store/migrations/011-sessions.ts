import type { Migration } from './migration';

/**
 * How a session's next token is made from the one before, until the next one is first used; and ended sessions are
 * found by their end.
 */
export const sessions: Migration = `
  ALTER TABLE student_session ADD COLUMN salt TEXT;
  ALTER TABLE student_session ADD COLUMN follows TEXT;
  CREATE INDEX student_session_end ON student_session (ends_at);`;

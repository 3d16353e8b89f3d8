import type { Migration } from './migration';

/** When the student last showed who they are in a session; not where it began with a device alone. */
export const proved: Migration = 'ALTER TABLE student_session ADD COLUMN proved_at TEXT;';

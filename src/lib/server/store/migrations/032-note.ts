import type { Migration } from './migration';

/** What a reviewer wrote to the student with a rejection. */
export const note: Migration = `ALTER TABLE submission ADD COLUMN note TEXT NOT NULL DEFAULT '';`;

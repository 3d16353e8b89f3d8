import type { Migration } from './migration';

const columns = `
  ALTER TABLE submission ADD COLUMN look TEXT NOT NULL DEFAULT '';
  ALTER TABLE submission ADD COLUMN look_0 INTEGER;
  ALTER TABLE submission ADD COLUMN look_1 INTEGER;
  ALTER TABLE submission ADD COLUMN look_2 INTEGER;
  ALTER TABLE submission ADD COLUMN look_3 INTEGER;
  ${[0, 1, 2, 3].map((part) => `CREATE INDEX submission_look_${part} ON submission (campaign, look_${part}, look, id) WHERE look <> '';`).join('\n  ')}`;

/** What photos look like, by which one sent again re-encoded is found. Photos from before have none. */
export const look: Migration = { sqlite: columns, postgres: columns };

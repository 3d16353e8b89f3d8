import type { Migration } from './migration';

const listAndIndexes = `
  CREATE TABLE student (
    campaign       TEXT NOT NULL,
    student_number TEXT NOT NULL,
    name           TEXT NOT NULL,
    class          TEXT NOT NULL,
    PRIMARY KEY (campaign, student_number)
  );
  DROP INDEX submission_queue;
  DROP INDEX submission_campaign_queue;
  CREATE INDEX submission_by_time ON submission (campaign, state, received_at, id) WHERE erased_at IS NULL;
  CREATE INDEX submission_by_class ON submission (campaign, state, class, received_at, id) WHERE erased_at IS NULL;
  CREATE INDEX submission_by_number ON submission (campaign, state, student_number, id) WHERE erased_at IS NULL;
  CREATE INDEX submission_by_name ON submission (campaign, state, name, id) WHERE erased_at IS NULL;`;

/**
 * Who is expected in a campaign; the class of a submission in a column of its own; an index for each order the
 * review queue is read in. Text is ordered by its bytes in both databases, so that a prefix is a range.
 */
export const review: Migration = {
  sqlite: `
  ALTER TABLE submission ADD COLUMN class TEXT NOT NULL DEFAULT '';
  UPDATE submission SET class = COALESCE(json_extract(registration, '$.fields.class'), '');
  ${listAndIndexes}`,
  postgres: `
  ALTER TABLE submission ADD COLUMN class TEXT COLLATE "C" NOT NULL DEFAULT '';
  UPDATE submission SET class = COALESCE(registration::json -> 'fields' ->> 'class', '');
  ALTER TABLE submission ALTER COLUMN student_number TYPE TEXT COLLATE "C";
  ALTER TABLE submission ALTER COLUMN name TYPE TEXT COLLATE "C";
  ${listAndIndexes}`
};

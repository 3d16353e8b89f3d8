import type { Migration } from './migration';

/** Photos of the enrolment, one of each number of a campaign's list, for the reviewer to compare by eye. */
export const enrolment: Migration = `
  CREATE TABLE enrolment_photo (
    campaign       TEXT NOT NULL,
    student_number TEXT NOT NULL,
    photo_sha256   TEXT NOT NULL,
    at             TEXT NOT NULL,
    PRIMARY KEY (campaign, student_number)
  );
  CREATE INDEX enrolment_photo_file ON enrolment_photo (photo_sha256);`;

import type { Migration } from './migration';

/**
 * Which numbers were proven, and which submissions an account holds the keys of. What accounts were bound to before
 * was typed by anybody, so it goes: each device binds its submission again. Which of several approved photos of a
 * number was chosen, and whose file was found missing.
 */
export const proven: Migration = `
  ALTER TABLE submission ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE submission ADD COLUMN chosen_at TEXT;
  ALTER TABLE submission ADD COLUMN photo_gone_at TEXT;
  CREATE INDEX submission_approved ON submission
    (campaign, student_number, changed_at, key_hash, chosen_at, photo_gone_at)
    WHERE state = 'approved' AND erased_at IS NULL;
  CREATE INDEX submission_photo_gone ON submission (campaign, student_number) WHERE photo_gone_at IS NOT NULL;
  CREATE TABLE account_submission (
    account_id    TEXT NOT NULL REFERENCES account (id),
    submission_id TEXT NOT NULL REFERENCES submission (id),
    made_at       TEXT NOT NULL,
    PRIMARY KEY (account_id, submission_id)
  );
  CREATE INDEX account_submission_of ON account_submission (submission_id);
  DELETE FROM account_registration;`;

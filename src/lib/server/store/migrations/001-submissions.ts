import type { Migration } from './migration';

const tables = (sequence: string, strict: string) =>
  `CREATE TABLE submission (
     id           TEXT PRIMARY KEY,
     key_hash     TEXT NOT NULL,
     content_hash TEXT NOT NULL,
     state        TEXT NOT NULL,
     received_at  TEXT NOT NULL,
     photo_sha256 TEXT NOT NULL,
     photo_bytes  INTEGER NOT NULL,
     registration TEXT NOT NULL,
     report       TEXT NOT NULL,
     reasons      TEXT NOT NULL DEFAULT '[]'
   ) ${strict};
   CREATE INDEX submission_photo ON submission (photo_sha256);
   CREATE INDEX submission_queue ON submission (state, received_at);
   CREATE TABLE history (
     sequence      ${sequence},
     submission_id TEXT NOT NULL REFERENCES submission (id),
     at            TEXT NOT NULL,
     who           TEXT NOT NULL,
     state         TEXT NOT NULL,
     reasons       TEXT NOT NULL DEFAULT '[]'
   ) ${strict};
   CREATE INDEX history_submission ON history (submission_id, sequence);`;

/** Submissions and their append-only history. */
export const submissions: Migration = {
  sqlite: `${tables('INTEGER PRIMARY KEY AUTOINCREMENT', 'STRICT')}
   CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'append only'); END;
   CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'append only'); END;`,
  postgres: `${tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY', '')}
   CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
   CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history
     FOR EACH ROW EXECUTE FUNCTION append_only();`
};

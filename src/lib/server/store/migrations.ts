/** Forward only: never change an entry that has shipped, add one. The position is the version. */
export const migrations: readonly string[] = [
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
   ) STRICT;
   CREATE INDEX submission_photo ON submission (photo_sha256);
   CREATE INDEX submission_queue ON submission (state, received_at);
   CREATE TABLE history (
     sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
     submission_id TEXT NOT NULL REFERENCES submission (id),
     at            TEXT NOT NULL,
     who           TEXT NOT NULL,
     state         TEXT NOT NULL,
     reasons       TEXT NOT NULL DEFAULT '[]'
   ) STRICT;
   CREATE INDEX history_submission ON history (submission_id, sequence);
   CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'append only'); END;
   CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'append only'); END;`
];

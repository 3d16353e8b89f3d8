import type { Migration } from './migration';

const table = (bytes: string, kind = '') => `
  CREATE ${kind} TABLE submission_part (
    body    TEXT NOT NULL,
    place   INTEGER NOT NULL,
    length  INTEGER NOT NULL,
    total   INTEGER NOT NULL,
    network TEXT NOT NULL,
    at      TEXT NOT NULL,
    sealed  ${bytes} NOT NULL,
    PRIMARY KEY (body, place)
  );
  CREATE INDEX submission_part_at ON submission_part (at);`;

/** Beginnings of submissions that come in parts, where every endpoint over this database finds them. */
export const parts: Migration = { sqlite: table('BLOB'), postgres: table('BYTEA', 'UNLOGGED') };

import type { Migration } from './migration';

/** Photos that are being removed, and those that were lately; the keys that kiosks seal to. */
export const custody: Migration = `
  CREATE TABLE photo_removal (
    sha256 TEXT PRIMARY KEY,
    until  TEXT NOT NULL,
    ended  INTEGER NOT NULL
  );
  CREATE TABLE kiosk_key (
    id          TEXT PRIMARY KEY,
    public_key  TEXT NOT NULL,
    private_key TEXT NOT NULL,
    made_at     TEXT NOT NULL
  );`;

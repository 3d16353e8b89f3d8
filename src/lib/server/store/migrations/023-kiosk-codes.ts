import type { Migration } from './migration';

/** Codes that turn a device into a kiosk: until when each may be used, and by which device it was. */
export const kioskCodes: Migration = `
  CREATE TABLE kiosk_code (
    kiosk     TEXT PRIMARY KEY,
    until     TEXT NOT NULL,
    joined_at TEXT,
    device    TEXT
  );`;

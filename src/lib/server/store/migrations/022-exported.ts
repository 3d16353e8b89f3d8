import type { Migration } from './migration';

/** When a photo was handed over with an export that came to its end. */
export const exported: Migration = `ALTER TABLE submission ADD COLUMN exported_at TEXT;`;

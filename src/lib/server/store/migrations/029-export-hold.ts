import type { Migration } from './migration';

/** Until when an export that has taken a photo keeps its verdict from being undone. */
export const exportHold: Migration = `ALTER TABLE submission ADD COLUMN export_until TEXT;`;

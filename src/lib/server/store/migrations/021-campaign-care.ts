import type { Migration } from './migration';

/**
 * Campaigns that are made in the console: which change of a campaign a page has seen, which one students get who name
 * none, and which are put away. How a photo was taken, and what its device says of when.
 */
export const campaignAdmin: Migration = `
  ALTER TABLE campaign ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE campaign ADD COLUMN is_default INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE campaign ADD COLUMN archived_at TEXT;
  ALTER TABLE submission ADD COLUMN way TEXT NOT NULL DEFAULT '';
  ALTER TABLE submission ADD COLUMN taken TEXT;`;

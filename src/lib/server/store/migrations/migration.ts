/** One step of the schema; the same text for both databases, or one each where they differ. */
export type Migration = string | { sqlite: string; postgres: string };

export type SqlValue = string | number | null | Uint8Array;

/**
 * One small SQL interface over every database. Placeholders are `?`; text keeps to what SQLite and PostgreSQL share.
 * Times are ISO 8601 text, JSON is text, whole numbers come back as numbers.
 */
export interface Sql {
  all<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  get<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Outside a transaction: one of its own, durable when it answers. */
  run(sql: string, params?: readonly SqlValue[]): Promise<{ changes: number }>;
}

/** Inside a transaction. */
export interface Transaction extends Sql {
  /** Waits for every other transaction that holds the same subject; what they wrote is seen after it. */
  lock(subject: string): Promise<void>;
}

export interface SqlDatabase extends Sql {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * All of the work or none of it; durable when it answers. The work may run again when databases collide, so it
   * touches nothing but the database, and waits for nothing else.
   */
  transaction<T>(work: (sql: Transaction) => Promise<T>): Promise<T>;
  /** Truncates the write-ahead log, which still holds what was overwritten, as far as open readers allow. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

import type { Migration } from './migration';

const tables = (sequence: string) =>
  `CREATE TABLE staff (
     name       TEXT PRIMARY KEY,
     role       TEXT NOT NULL,
     password   TEXT NOT NULL,
     locked     INTEGER NOT NULL,
     created_at TEXT NOT NULL
   );
   CREATE TABLE staff_session (
     token_hash TEXT PRIMARY KEY,
     name       TEXT NOT NULL REFERENCES staff (name),
     began_at   TEXT NOT NULL,
     seen_at    TEXT NOT NULL
   );
   CREATE INDEX staff_session_of ON staff_session (name);
   CREATE TABLE staff_attempt (
     subject TEXT PRIMARY KEY,
     at      TEXT NOT NULL,
     tries   INTEGER NOT NULL
   );
   CREATE TABLE staff_audit (
     sequence ${sequence},
     at       TEXT NOT NULL,
     who      TEXT NOT NULL,
     act      TEXT NOT NULL,
     subject  TEXT NOT NULL
   );`;

/** Who may review, their sessions, tries to sign in, and the append-only log of what they did. */
export const staff: Migration = {
  sqlite: `${tables('INTEGER PRIMARY KEY AUTOINCREMENT')}
   CREATE TRIGGER staff_audit_no_update BEFORE UPDATE ON staff_audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
   CREATE TRIGGER staff_audit_no_delete BEFORE DELETE ON staff_audit BEGIN SELECT RAISE(ABORT, 'append only'); END;`,
  postgres: `${tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')}
   CREATE TRIGGER staff_audit_append_only BEFORE UPDATE OR DELETE ON staff_audit
     FOR EACH ROW EXECUTE FUNCTION append_only();`
};

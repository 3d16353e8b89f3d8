import type { Migration } from './migration';

const tables = (sequence: string) =>
  `CREATE TABLE consent_entry (
     sequence      ${sequence},
     submission_id TEXT NOT NULL REFERENCES submission (id),
     purpose       TEXT NOT NULL,
     version       TEXT NOT NULL,
     agreed_at     TEXT NOT NULL,
     noted_at      TEXT NOT NULL
   );
   CREATE INDEX consent_entry_of ON consent_entry (submission_id, sequence);`;

/** The append-only ledger of what was agreed to. */
export const consent: Migration = {
  sqlite: `${tables('INTEGER PRIMARY KEY AUTOINCREMENT')}
   CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent_entry BEGIN SELECT RAISE(ABORT, 'append only'); END;
   CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent_entry BEGIN SELECT RAISE(ABORT, 'append only'); END;`,
  postgres: `${tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')}
   CREATE TRIGGER consent_append_only BEFORE UPDATE OR DELETE ON consent_entry
     FOR EACH ROW EXECUTE FUNCTION append_only();`
};

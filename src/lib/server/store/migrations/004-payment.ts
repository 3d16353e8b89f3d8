import type { Migration } from './migration';

const tables = (sequence: string) =>
  `CREATE TABLE payment_order (
     id             TEXT PRIMARY KEY,
     key_hash       TEXT NOT NULL,
     campaign       TEXT NOT NULL,
     student_number TEXT NOT NULL,
     way            TEXT NOT NULL,
     amount_fen     INTEGER NOT NULL,
     state          TEXT NOT NULL,
     action         TEXT,
     created_at     TEXT NOT NULL,
     expires_at     TEXT NOT NULL,
     changed_at     TEXT NOT NULL,
     paid_at        TEXT,
     transaction_id TEXT,
     next_at        TEXT NOT NULL,
     tries          INTEGER NOT NULL DEFAULT 0
   );
   CREATE UNIQUE INDEX payment_order_open ON payment_order (campaign, student_number)
     WHERE state IN ('ordered', 'pending');
   CREATE UNIQUE INDEX payment_order_paid ON payment_order (campaign, student_number) WHERE state = 'paid';
   CREATE UNIQUE INDEX payment_order_transaction ON payment_order (way, transaction_id);
   CREATE INDEX payment_order_due ON payment_order (state, next_at);
   CREATE INDEX payment_order_day ON payment_order (paid_at);
   CREATE TABLE payment_event (
     sequence   ${sequence},
     order_id   TEXT NOT NULL REFERENCES payment_order (id),
     at         TEXT NOT NULL,
     who        TEXT NOT NULL,
     from_state TEXT NOT NULL,
     state      TEXT NOT NULL,
     why        TEXT NOT NULL DEFAULT ''
   );
   CREATE INDEX payment_event_order ON payment_event (order_id, sequence);
   CREATE TABLE payment_callback (
     driver   TEXT NOT NULL,
     event_id TEXT NOT NULL,
     at       TEXT NOT NULL,
     PRIMARY KEY (driver, event_id)
   );
   CREATE TABLE payment_voucher (
     code_hash TEXT PRIMARY KEY,
     campaign  TEXT NOT NULL,
     made_at   TEXT NOT NULL,
     order_id  TEXT
   );
   CREATE INDEX payment_voucher_order ON payment_voucher (order_id);`;

/** Orders, their append-only history, the callbacks that were taken in, and vouchers. */
export const payment: Migration = {
  sqlite: `${tables('INTEGER PRIMARY KEY AUTOINCREMENT')}
   CREATE TRIGGER payment_event_no_update BEFORE UPDATE ON payment_event BEGIN SELECT RAISE(ABORT, 'append only'); END;
   CREATE TRIGGER payment_event_no_delete BEFORE DELETE ON payment_event BEGIN SELECT RAISE(ABORT, 'append only'); END;`,
  postgres: `${tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')}
   CREATE TRIGGER payment_event_append_only BEFORE UPDATE OR DELETE ON payment_event
     FOR EACH ROW EXECUTE FUNCTION append_only();`
};

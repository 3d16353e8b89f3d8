import type { ProvisioningCode } from '$lib/api/contracts/provisioning';

/** One submission that only the endpoint can read. */
export interface SealedItem {
  bytes: Uint8Array<ArrayBuffer>;
  /** Number of the export it went out with last; 0 while it was in none. */
  exported: number;
  /** Why the endpoint would not have it, by stable code; null while it was not asked or did not answer. */
  refused: string | null;
}

/** The operator's PIN, as PBKDF2 keeps it. */
export interface KeptPin {
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
  rounds: number;
}

/** An export of the whole queue as it then was. */
export interface WrittenFile {
  /** What the import of the whole file tells; see `checkOf`. */
  check: string;
  /** Key of the last item in it. */
  last: number;
}

/** What a kiosk knows of itself. Numbers only, nothing of any student. */
export interface KioskState {
  setUp: ProvisioningCode;
  pin: KeptPin;
  /** Files written, the latest last; left out where there are none. */
  files?: WrittenFile[];
  /** Wrong PINs in a row. */
  wrongPins: number;
  counts: {
    /** Students who began. */
    begun: number;
    /** Photos handed in. */
    taken: number;
    /** Photos the endpoint acknowledged over the network. */
    delivered: number;
    /** Students who left in the middle, by the countdown. */
    left: number;
    /** Files written. */
    exports: number;
  };
}

import {
  fingerprintOf,
  isSignedBy,
  readProvisioning,
  type ProvisioningCode
} from '$lib/api/contracts/provisioning';
import { kioskApi } from '$lib/api/contracts/kiosk';
import { request, type Trouble } from '$lib/api/request';
import { randomId } from '$lib/platform/random-id';

/** `none`: no code was entered; `broken`: it is no whole code. */
type Checked =
  | { kind: 'none' | 'broken' | 'checking' }
  | { kind: 'trouble'; code: Trouble }
  | { kind: 'good'; code: ProvisioningCode; fingerprint: string };

/** The endpoint's answer held no key: nothing is signed by it. */
const noKey = () => false;

/** A kiosk's code on its way: held against the endpoint's key, shown, then used up at the endpoint. */
export class Joining {
  checked = $state.raw<Checked>({ kind: 'none' });
  #text = '';
  /** Stays while this page is open: the endpoint knows it again should its answer have been lost. */
  readonly #device = randomId();

  /** Reads and checks what was entered; the last one entered counts. */
  async check(text: string): Promise<void> {
    this.#text = text;
    const read = readProvisioning(text);
    this.checked = { kind: read ? 'checking' : text.trim() ? 'broken' : 'none' };
    if (!read) return;
    const answer = await request(kioskApi.keys, {});
    const checked: Checked = !answer.ok
      ? { kind: 'trouble', code: answer.code }
      : (await isSignedBy(read, answer.value.signer).catch(noKey))
        ? { kind: 'good', code: read.code, fingerprint: await fingerprintOf(read.code.key.public) }
        : { kind: 'trouble', code: 'kiosk.foreign' };
    if (this.#text === text) this.checked = checked;
  }

  /** Uses the code up for this device. @returns what the endpoint had against it */
  async join(): Promise<Trouble | null> {
    const code = this.#text.replace(/\s+/g, '');
    const answer = await request(kioskApi.join, { body: { code, device: this.#device } });
    return answer.ok ? null : answer.code;
  }
}

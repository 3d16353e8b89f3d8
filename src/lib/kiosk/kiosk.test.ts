import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '$workers/protocol';
import { publicPart } from '$lib/api/contracts/campaign';
import type { OutboxItem } from '$lib/submission/outbox-item';
import { adoptKeyFile, kioskKey } from '$lib/server/kiosk/keys';
import { kioskKeys } from '$lib/server/store/kiosk-keys';
import { openDatabase } from '$lib/server/store/open';
import { parseCampaign } from '$lib/server/policy/parse-campaign';
import { sampleCampaign } from '$lib/server/policy/sample';
import { packItem, unpackItem } from '$lib/api/contracts/kiosk';
import { receiptPattern } from '$lib/api/receipt';
import { newKioskKey, seal, unseal } from '$lib/api/envelope';
import { isPin, keepPin, pinDelay } from './pin';
import {
  packProvisioning,
  readProvisioning,
  writeProvisioning,
  type ProvisioningCode
} from '$lib/api/contracts/provisioning';
import { checkOf, readQueue, writeQueue } from './queue-file';

const report: Report = { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] };
const item: OutboxItem = {
  id: '0b3f1a52-6f0e-4c57-9d0c-0d5b7f1f0a11',
  key: 'k'.repeat(43),
  jpeg: new Uint8Array([0xff, 0xd8, 1, 2, 3]),
  registration: { studentNumber: '2022310001', name: '林晓', source: 'typed' },
  report,
  details: { campaign: 'default', consent: { version: '1', at: '2026-06-01T08:00:00.000Z' } }
};
const contains = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(Buffer.from(text));

describe('a sealed submission', () => {
  it('comes back whole for the endpoint, and says nothing to anybody else', async () => {
    const key = await newKioskKey();
    const envelope = await seal(key, packItem(item));
    expect(contains(packItem(item), '林晓')).toBe(true);
    for (const text of ['林晓', '2022310001', item.id]) expect(contains(envelope, text)).toBe(false);
    const opened = await unseal([await newKioskKey(), key], envelope);
    expect(unpackItem(opened!)).toEqual(item);
    expect(await unseal([await newKioskKey()], envelope)).toBeNull();
  });

  it('is another each time, and refused when a bit of it was changed', async () => {
    const key = await newKioskKey();
    const content = packItem(item);
    const [first, second] = [await seal(key, content), await seal(key, content)];
    expect(Buffer.compare(first, second)).not.toBe(0);
    for (const at of [0, 8, 40, 73, first.length - 1]) {
      const spoilt = first.slice();
      spoilt[at]! ^= 1;
      expect(await unseal([key], spoilt), `byte ${at}`).toBeNull();
    }
    expect(await unseal([key], first.subarray(0, 80))).toBeNull();
  });

  it('with anything else inside is nothing', () => {
    expect(unpackItem(new Uint8Array(3))).toBeNull();
    expect(unpackItem(packItem({ ...item, id: 'no uuid' }))).toBeNull();
    expect(unpackItem(packItem(item).fill(9, 0, 4))).toBeNull();
  });
});

describe('an export', () => {
  const head = { kiosk: item.id, name: '图书馆', number: 2 };

  it('is read back in order, with the line ends of any system', () => {
    const envelopes = [new Uint8Array([1, 2]), new Uint8Array([255])];
    const text = writeQueue(head, envelopes);
    expect(readQueue(text.replaceAll('\n', '\r\n'))).toEqual({
      head: { format: 'gradframe-queue-1', ...head, items: 2 },
      envelopes,
      missing: 0
    });
  });

  it('gives what is whole of one that was cut short or spoilt, and counts the rest', () => {
    const [one, two] = [new Uint8Array(9), new Uint8Array(9).fill(7)];
    const text = writeQueue(head, [one, two]);
    expect(readQueue(text.split('\n').slice(0, 2).join('\n'))).toMatchObject({
      envelopes: [one],
      missing: 1
    });
    const [first, , last] = text.split('\n');
    expect(readQueue([first, '*spoilt*', last].join('\n'))).toMatchObject({ envelopes: [two], missing: 1 });
    expect(readQueue(first!)).toMatchObject({ envelopes: [], missing: 2 });
  });

  it('has a check code that only all of it gives, which stands nowhere in it', async () => {
    const envelopes = [new Uint8Array(9), new Uint8Array(9).fill(7)];
    const text = writeQueue(head, envelopes);
    const check = await checkOf(readQueue(text).envelopes);
    expect(check).toMatch(receiptPattern);
    expect(check).toBe(await checkOf(envelopes));
    expect(text).not.toContain(check);
    for (const other of [envelopes.slice(0, 1), [...envelopes].reverse(), [], [new Uint8Array(18)]])
      expect(await checkOf(other)).not.toBe(check);
  });

  it('is told from anything else', () => {
    for (const other of ['', '{}', 'PK', 'null']) expect(() => readQueue(other)).toThrow('no export');
  });
});

describe('a provisioning code', () => {
  it('survives the clipboard, and nothing else is taken for one', async () => {
    const { id, public: point } = await newKioskKey();
    const code: ProvisioningCode = {
      version: 1,
      kiosk: item.id,
      name: '一号机',
      key: { id, public: point },
      campaign: publicPart(parseCampaign(sampleCampaign)),
      issuedAt: '2026-06-01T08:00:00.000Z',
      until: '2026-06-04T08:00:00.000Z',
      idleSeconds: 90,
      countdownSeconds: 20
    };
    const signature = new Uint8Array(64).fill(7);
    const text = writeProvisioning(packProvisioning(code), signature);
    // Small enough for a QR code that a camera reads off a screen.
    expect(text.length).toBeLessThan(1200);
    expect(readProvisioning(`  ${text.slice(0, 40)}\n ${text.slice(40)}\r\n`)).toMatchObject({
      code,
      signature
    });
    const unsigned = text.slice(0, text.lastIndexOf('.'));
    for (const other of ['', 'GFK3.', text.slice(0, -8), text.slice(5), 'GFK3.e30', unsigned])
      expect(readProvisioning(other)).toBeNull();
  });
});

describe('the operator’s PIN', () => {
  it('is known again, and only that', async () => {
    const kept = await keepPin('482913');
    expect([await isPin('482913', kept), await isPin('482914', kept)]).toEqual([true, false]);
    expect(contains(kept.hash, '482913')).toBe(false);
  });

  it('may be guessed slower and slower', () =>
    expect([0, 2, 3, 4, 8, 99].map(pinDelay)).toEqual([0, 0, 2, 4, 60, 60]));
});

it('the endpoint keeps its keys to itself, and the old ones too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-kiosk-'));
  const file = join(folder, 'data', 'kiosk-keys.json');
  try {
    const db = await openDatabase(join(folder, 'kiosk.db'));
    expect(await kioskKeys(db)).toEqual([]);
    const first = await kioskKey(db);
    expect(await kioskKey(db)).toEqual(first);
    const second = await kioskKey(db, true);
    expect(await kioskKeys(db)).toEqual([second, first]);
    // Those of a file, from before the database had them, come behind.
    const older = await newKioskKey();
    await mkdir(dirname(file));
    await writeFile(file, JSON.stringify([second, older]));
    await adoptKeyFile(db, file);
    await adoptKeyFile(db, file);
    expect(await kioskKeys(db)).toEqual([second, first, older]);
    await db.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

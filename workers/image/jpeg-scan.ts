import { HuffmanTable, ScanBits } from './jpeg-bits';

/** A component of the frame: its sampling and the blocks that it has. */
interface Component {
  id: number;
  across: number;
  down: number;
}

interface Frame {
  progressive: boolean;
  width: number;
  height: number;
  components: Component[];
}

/** How much of a JPEG is there, 0…1: the least share of its blocks that any of its scans codes. */
export interface Coded {
  share: number;
  /** A scan goes on after its last block, or has codes that mean nothing. */
  damaged: boolean;
}

/** Bytes of a scan that are left over beyond what stuffing explains, as a share of it. */
const mostLeft = 0.05;
const leastLeft = 1024;

/**
 * Walks the coded blocks of a JPEG without decoding them to pixels (ITU-T T.81): decoders fill in what is missing without
 * a word. Refining scans of progressive files have to be there; how far they go is not looked at: it is hardly seen.
 *
 * @returns null where this cannot tell: arithmetic coding, tables that are not in the file, a height given later
 */
export function codedShare(file: Uint8Array): Coded | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<number, HuffmanTable>();
  let frame: Frame | null = null;
  let interval = 0;
  let coded: Coded = { share: 1, damaged: false };
  /** Bits that the 64 values of a block still lack, and one more, per component; 0 where none was coded. */
  const seen = new Map<number, Uint8Array>();
  for (let at = 2; at + 4 <= file.length;) {
    if (file[at] !== 0xff || file[at + 1] === 0xff || file[at + 1] === 0) {
      at++;
      continue;
    }
    const marker = file[at + 1]!;
    if (marker === 0xd9) break;
    if (marker >= 0xd0 && marker <= 0xd8) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = file.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    if (marker === 0xc4) readTables(body, tables);
    else if (marker === 0xdd) interval = (body[0]! << 8) | body[1]!;
    else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      frame = frameOf(body, marker === 0xc2);
      if (!frame) return null;
    } else if (marker > 0xc2 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) return null;
    else if (marker === 0xda) {
      if (!frame) return null;
      const scan = scanOf(body, frame, tables);
      if (!scan) return null;
      const end = scanEnd(file, at);
      for (const { id } of scan.parts)
        seen.set(id, (seen.get(id) ?? new Uint8Array(64)).fill(scan.low + 1, scan.from, scan.to + 1));
      if (scan.high === 0) {
        const walked = walk(new ScanBits(file, at, end), scan, frame, interval);
        const left = Math.max(0, end - walked.at);
        const damaged =
          walked.broken || (walked.share === 1 && left > Math.max(leastLeft, mostLeft * (end - at)));
        coded = { share: Math.min(coded.share, walked.share), damaged: coded.damaged || damaged };
      }
      at = end;
    }
  }
  if (!frame) return null;
  // A progressive file that was cut between two scans lacks whole ones.
  const whole = frame.components.every(({ id }) => seen.get(id)?.every((left) => left === 1));
  return whole ? coded : { ...coded, share: 0 };
}

function readTables(body: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= body.length;) {
    const counts = body.subarray(at + 1, at + 17);
    const size = counts.reduce((sum, count) => sum + count, 0);
    tables.set(body[at]!, new HuffmanTable(counts, body.subarray(at + 17, at + 17 + size)));
    at += 17 + size;
  }
}

function frameOf(body: Uint8Array, progressive: boolean): Frame | null {
  const height = (body[1]! << 8) | body[2]!;
  const width = (body[3]! << 8) | body[4]!;
  const count = body[5]!;
  if (body[0] !== 8 || !height || !width || body.length < 6 + 3 * count) return null;
  const components = Array.from({ length: count }, (_, i) => ({
    id: body[6 + 3 * i]!,
    across: body[7 + 3 * i]! >> 4,
    down: body[7 + 3 * i]! & 15
  }));
  return components.every(({ across, down }) => across && down)
    ? { progressive, width, height, components }
    : null;
}

interface Scan {
  parts: { id: number; blocks: number; dc: HuffmanTable | undefined; ac: HuffmanTable | undefined }[];
  /** Coded units: of all components together, or single blocks. */
  units: number;
  from: number;
  to: number;
  high: number;
  low: number;
}

function scanOf(body: Uint8Array, frame: Frame, tables: Map<number, HuffmanTable>): Scan | null {
  const count = body[0]!;
  const from = body[1 + 2 * count]!;
  const to = body[2 + 2 * count]!;
  const high = body[3 + 2 * count]! >> 4;
  const low = body[3 + 2 * count]! & 15;
  const most = (of: 'across' | 'down') => Math.max(...frame.components.map((component) => component[of]));
  const units = (scale: number, length: number) => Math.ceil(length / (8 * scale));
  const parts: Scan['parts'] = [];
  let total = units(most('across'), frame.width) * units(most('down'), frame.height);
  for (let i = 0; i < count; i++) {
    const component = frame.components.find(({ id }) => id === body[1 + 2 * i]);
    if (!component) return null;
    const { id, across, down } = component;
    const dc = tables.get(body[2 + 2 * i]! >> 4);
    const ac = tables.get(16 | (body[2 + 2 * i]! & 15));
    if (high === 0 && ((from === 0 && !dc) || (to > 0 && !ac))) return null;
    parts.push({ id, blocks: count === 1 ? 1 : across * down, dc, ac });
    if (count === 1)
      total =
        units(1, Math.ceil((frame.width * across) / most('across'))) *
        units(1, Math.ceil((frame.height * down) / most('down')));
  }
  return { parts, units: total, from, to, high, low };
}

/** Where the next marker stands that is no restart. */
function scanEnd(file: Uint8Array, start: number): number {
  for (let at = start; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

/** Goes through the units of a scan until one cannot be read. */
function walk(bits: ScanBits, scan: Scan, frame: Frame, interval: number) {
  const { units, parts, from, to } = scan;
  let run = 0;
  for (let unit = 0; unit < units; unit++) {
    if (interval && unit && unit % interval === 0) {
      run = 0;
      if (!bits.restart()) return { share: unit / units, at: bits.at, broken: false };
    }
    for (const { blocks, dc, ac } of parts)
      for (let block = 0; block < blocks; block++) {
        if (from === 0) bits.value(dc!);
        if (to === 0) continue;
        if (run > 0) run--;
        else run = bits.values(ac!, Math.max(1, from), to, frame.progressive);
      }
    if (bits.ended || bits.broken) return { share: unit / units, at: bits.at, broken: bits.broken };
  }
  return { share: 1, at: bits.at, broken: false };
}

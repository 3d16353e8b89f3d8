/** What a symbol says, as its reader gives it. */
export interface Content {
  /** As the reader takes it; right where the symbol names its encoding. */
  text: string;
  bytes: Uint8Array;
  /** The symbol names its encoding (ECI). */
  eci: boolean;
}

/**
 * The texts that a symbol's content can be, the likeliest first. The bytes decide: UTF-8 where they are that, else GB
 * 18030, which Chinese systems write, or what the reader makes of them (Kanji segments). A byte order mark is no text.
 */
export function textsOf({ text, bytes, eci }: Content): string[] {
  const own = text.replace(/^\ufeff/, '');
  if (eci) return [own];
  const marked =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : null;
  const sure = decoded(bytes, marked ?? 'utf-8');
  if (sure !== null) return [sure];
  const chinese = decoded(bytes, 'gb18030');
  if (chinese === null) return [own];
  // Common Chinese is no chance; rare one may be Kanji, which the reader knows.
  return commonShare(bytes) >= 0.5 ? [chinese] : [own, chinese];
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // not of this encoding
    return null;
  }
}

/**
 * Share of the characters of more than one byte that are in GB 2312, which nearly all Chinese text is, or have four bytes,
 * which no other encoding has; 0 without any.
 */
function commonShare(bytes: Uint8Array): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at]!;
    const trail = bytes[at + 1]!;
    if (lead < 0x80) continue;
    pairs++;
    const ofFour = trail >= 0x30 && trail <= 0x39;
    if (ofFour || (lead >= 0xa1 && trail >= 0xa1)) common++;
    at += ofFour ? 3 : 1;
  }
  return pairs ? common / pairs : 0;
}

/**
 * The networks an address is counted under, nearest first. One line of IPv6 has a whole /64, a site often a /48, so
 * that single addresses say nothing; an IPv4 address may be written as an IPv6 one.
 */
export function networksOf(address: string): string[] {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return [mapped[1]!];
  if (!address.includes(':')) return [address];
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].map((one) =>
    (Number.parseInt(one, 16) || 0).toString(16)
  );
  return [`${groups.slice(0, 4).join(':')}::/64`, `${groups.slice(0, 3).join(':')}::/48`];
}

/** Whom a request is from, as the socket or the proxy tells. One that came past the proxy is nobody's in particular. */
export function addressOf(event: { getClientAddress(): string }): string {
  try {
    return event.getClientAddress();
  } catch {
    // ADDRESS_HEADER is set, and the request has none
    return 'unknown';
  }
}

/** As some proxies tell it: `[2001:db8::1]:443`, `203.0.113.7:443`. */
const bare = (address: string) =>
  /^\[([^\]]*)\]/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;

/** The eight groups of an IPv6 address; its last four bytes may be written as IPv4 is. */
function groupsOf(address: string): number[] {
  const hex = address.split('%')[0]!.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...found: string[]) => {
    const [a, b, c, d] = found.slice(0, 4).map(Number) as [number, number, number, number];
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [before, after] = hex.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = after ? Math.max(0, 8 - before!.length - after.length) : 0;
  return [...before!, ...Array<string>(zeros).fill('0'), ...(after ?? [])].map(
    (one) => Number.parseInt(one, 16) || 0
  );
}

/**
 * The networks an address is counted under, nearest first. One line of IPv6 has a whole /64, a site often a /48, so
 * that single addresses say nothing; an IPv4 address may be written as an IPv6 one (RFC 4291, 2.5.5.2).
 */
export function networksOf(told: string): string[] {
  const address = bare(told.trim());
  if (!address.includes(':')) return [address];
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff)
    return [[high >> 8, high & 255, low >> 8, low & 255].join('.')];
  const named = groups.map((one) => one.toString(16));
  return [`${named.slice(0, 4).join(':')}::/64`, `${named.slice(0, 3).join(':')}::/48`];
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

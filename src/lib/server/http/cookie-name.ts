/**
 * Over https a cookie's name begins with `__Host-`: browsers take it from this host alone, so that no other site of the
 * same domain can plant one.
 */
export const cookieName = (url: URL, name: string): string =>
  url.protocol === 'https:' ? `__Host-${name}` : name;

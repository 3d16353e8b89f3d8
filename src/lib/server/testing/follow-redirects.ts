/** Follows redirects as a browser does, with its cookies, until they lead to an address that begins with `end`. */
export async function followRedirects(address: string, end: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let hops = 0; hops < 8 && !at.startsWith(end); hops++) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      cookies.set(name, value);
    }
    at = new URL(response.headers.get('location')!, at).href;
  }
  return new URL(at);
}

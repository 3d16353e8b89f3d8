const local = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address leads to this machine, where nobody is on the way. */
export const isLocal = (address: string) => local.includes(new URL(address).hostname);

/** @throws Error when what goes to an address could be read or changed on the way: it must be https, or this machine */
export function requireSecure(address: string): string {
  const { protocol } = new URL(address);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal(address)))
    throw new Error('the address must be https');
  return address;
}

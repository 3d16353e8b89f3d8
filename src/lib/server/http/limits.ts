import { addressLimit, deviceLimit } from '../config';
import { networksOf } from './address';
import { rateLimit, type RateLimit } from './limit';
import { Refusal } from './problem';

/** A site's addresses together may send so many times what one may. */
const siteFactor = 10;
let limits: Record<'address' | 'site' | 'device', RateLimit> | undefined;

/** Read with the first request, so that a wrong setting is told when the server is asked, not when it is built. */
const current = () =>
  (limits ??= {
    address: rateLimit(addressLimit()),
    site: rateLimit(addressLimit() * siteFactor),
    device: rateLimit(deviceLimit())
  });

/** Before anything of a request is read. @throws Refusal `request.tooMany` */
export function countAddress(address: string): void {
  const [near, wide] = networksOf(address);
  const { address: limit, site } = current();
  if (!limit.take(near!) || (wide && !site.take(wide))) throw new Refusal('request.tooMany');
}

/** Once a submission names its device. @throws Refusal `request.tooMany` */
export function countDevice(device: string | undefined): void {
  if (device !== undefined && !current().device.take(device)) throw new Refusal('request.tooMany');
}

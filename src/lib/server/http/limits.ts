import { addressLimit, deviceLimit } from '../config';
import { rateLimit, type RateLimit } from './limit';
import { Refusal } from './problem';

let limits: { address: RateLimit; device: RateLimit } | undefined;

/** Read with the first request, so that a wrong setting is told when the server is asked, not when it is built. */
const current = () => (limits ??= { address: rateLimit(addressLimit()), device: rateLimit(deviceLimit()) });

/** Before anything of a request is read. @throws Refusal `request.tooMany` */
export function countAddress(address: string): void {
  if (!current().address.take(address)) throw new Refusal('request.tooMany');
}

/** Once a submission names its device. @throws Refusal `request.tooMany` */
export function countDevice(device: string | undefined): void {
  if (device !== undefined && !current().device.take(device)) throw new Refusal('request.tooMany');
}

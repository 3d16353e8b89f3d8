import { addressLimit, deviceLimit } from '../config';
import { flood, type Flood } from './flood';

/** What one key, session or device may send of what its network may; a photo in parts and its status are some ten. */
const ownShare = 0.5;

let found: Flood | undefined;

/** Read with the first request, so that a wrong setting is told when the server is asked, not when it is built. */
export const floodLimits = (): Flood =>
  (found ??= flood({
    address: addressLimit(),
    own: Math.ceil(addressLimit() * ownShare),
    device: deviceLimit()
  }));

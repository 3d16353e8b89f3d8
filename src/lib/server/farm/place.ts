import { join } from 'node:path';
import type { FileKeys } from '../files/encrypted';
import { openPhotos } from '../files/open';
import type { FarmFiles } from './farm';

/** Where the farm keeps its pictures: below the photos of a store that speaks S3, or a folder beside them. */
export const farmAddress = (photos: string, dataFolder: string) =>
  photos.startsWith('s3://') ? below(photos, 'farm') : join(dataFolder, 'farm');

/** For the largest picture, over a slow line. */
const patienceMs = 30_000;

/** Sources and finished photos, each under a prefix of its own. @throws ConfigError, or when a folder cannot be made */
export async function farmFiles(
  address: string,
  keys: FileKeys,
  env: Readonly<Record<string, string | undefined>>
): Promise<FarmFiles> {
  const open = (part: string) => openPhotos(below(address, part), keys, env, patienceMs);
  return { pictures: await open('pictures'), photos: await open('photos') };
}

/** An address one level down: a folder's, or a prefix's of `s3://…`. */
function below(address: string, name: string): string {
  if (!address.startsWith('s3://')) return join(address, name);
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${name}`;
  return url.href;
}

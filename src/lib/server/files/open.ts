import { encryptedFiles, type FileKeys } from './encrypted';
import type { PhotoFiles } from './files';
import { folderFiles } from './folder';
import { verifiedFiles } from './verified';
import { readS3, s3Files } from './s3';

/**
 * The photos of an address: a folder, or `s3://BUCKET/PREFIX?endpoint=https://…&region=…`; encrypted at rest where
 * there are keys, and held against their names.
 *
 * @param patienceMs of one request to a store that speaks S3
 * @throws ConfigError, or when a folder cannot be made
 */
export async function openPhotos(
  address: string,
  keys: FileKeys,
  env: Readonly<Record<string, string | undefined>>,
  patienceMs?: number
): Promise<PhotoFiles> {
  const files = await openStored(address, env, patienceMs);
  return verifiedFiles(keys.size ? encryptedFiles(files, keys) : files);
}

/** The same as they are kept, encrypted ones too. @throws ConfigError, or when a folder cannot be made */
export const openStored = async (
  address: string,
  env: Readonly<Record<string, string | undefined>>,
  patienceMs?: number
): Promise<PhotoFiles> =>
  address.startsWith('s3://') ? s3Files(readS3(address, env), patienceMs) : folderFiles(address);

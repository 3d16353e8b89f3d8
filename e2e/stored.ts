import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every picture file in the server's data folder. */
export async function storedPhotos(): Promise<Buffer[]> {
  const folder = process.env.E2E_DATA!;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name)))
  );
  return files.filter((bytes) => bytes[0] === 0xff && bytes[1] === 0xd8);
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

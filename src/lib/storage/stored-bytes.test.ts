import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storedBytes } from './stored-bytes';

it('bytes are as they were kept, also in a Blob', async () => {
  const bytes = Uint8Array.of(1, 2, 255);
  expect(await storedBytes(bytes)).toBe(bytes);
  expect(await storedBytes(new Blob([bytes]))).toEqual(bytes);
  expect(await storedBytes(null)).toBeNull();
});

it('a Blob whose content is lost holds nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-blob-'));
  try {
    const file = join(folder, 'before.jpg');
    await writeFile(file, 'as it was');
    const blob = await openAsBlob(file);
    await writeFile(file, 'another, and so unreadable');
    await expect(blob.arrayBuffer()).rejects.toMatchObject({ name: 'NotReadableError' });
    expect(await storedBytes(blob)).toBeNull();
  } finally {
    await rm(folder, { recursive: true });
  }
});

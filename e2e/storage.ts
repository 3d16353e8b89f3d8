import type { Page } from '@playwright/test';

/**
 * Everything the browser keeps of this site: databases, both storages, caches and cookies, as one buffer of bytes.
 * Texts are in it in UTF-8; binary values as they are.
 */
export async function storageDump(page: Page): Promise<Buffer> {
  const packed = await page.evaluate(async () => {
    const parts: Uint8Array[] = [];
    const seen = new Set<unknown>();
    const text = (value: string) => void parts.push(new TextEncoder().encode(`${value}\n`));
    async function add(value: unknown): Promise<void> {
      if (value === null || value === undefined || seen.has(value)) return;
      if (typeof value !== 'object') return text(String(value));
      seen.add(value);
      if (value instanceof Blob) return add(await value.arrayBuffer());
      if (value instanceof ArrayBuffer) return void parts.push(new Uint8Array(value));
      if (ArrayBuffer.isView(value))
        return void parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      for (const [name, part] of Object.entries(value)) {
        text(name);
        await add(part);
      }
    }
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        text(store);
        const content = db.transaction(store).objectStore(store);
        await add(await asked(content.getAllKeys()));
        await add(await asked(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    for (const storage of [localStorage, sessionStorage]) await add({ ...storage });
    await add(document.cookie);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        text(request.url);
        // The product's own files are in every visitor's cache; what else there is counts.
        if (!name.startsWith('shell-') && name !== 'models')
          await add(await (await cache.match(request))!.arrayBuffer());
      }
    }
    return new Blob(parts as BlobPart[]).arrayBuffer().then((buffer) => {
      let binary = '';
      const bytes = new Uint8Array(buffer);
      for (let at = 0; at < bytes.length; at += 32_768)
        binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(binary);
    });
  });
  return Buffer.from(packed, 'base64');
}

/** Whether the dump holds the text, in either of the encodings browsers write. */
export const holds = (dump: Buffer, text: string) =>
  dump.includes(Buffer.from(text, 'utf8')) || dump.includes(Buffer.from(text, 'utf16le'));

import type { PayloadFields } from '../../workers/code/payload';

/** Content of a code that carries `fields` readably; each is read back by the payload format of that name. */
export const writers: Readonly<
  Record<'json' | 'keyValue' | 'url', (fields: PayloadFields, address: string) => string>
> = {
  json: (fields) => JSON.stringify({ version: 1, ...fields }),
  keyValue: (fields) =>
    entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
  url: (fields, address) => {
    const url = new URL(address);
    for (const [name, value] of entries(fields)) url.searchParams.set(name, value);
    return url.href;
  }
};

const entries = (fields: PayloadFields) => Object.entries(fields) as [keyof PayloadFields, string][];

import { beforeAll, describe, expect, it } from 'vitest';
import { parsePayload } from '../../workers/code/payload';
import type { CodeReader } from '../../workers/code/reader';
import { drawCode, svgCode } from './draw';
import { loadPicture, openReader } from './reader';
import { writers } from './write';

const fields = {
  studentNumber: '2021301234',
  name: '林小满',
  institutionCode: '10001',
  institutionName: '示例大学'
};
let reader: CodeReader;
beforeAll(async () => {
  reader = await openReader();
});

async function read(file: Uint8Array | string): Promise<string | undefined> {
  const picture = await loadPicture(typeof file === 'string' ? Buffer.from(file) : file);
  return (await reader.read(picture, 'local'))[0]?.text;
}

describe('drawn codes', () => {
  it.each(['json', 'keyValue', 'url'] as const)('%s reads back to the same fields', async (format) => {
    const text = writers[format](fields, 'https://collect.example/c');
    const seen = await read(await drawCode(text));
    expect(seen).toBe(text);
    expect(parsePayload(seen!, new TextEncoder().encode(seen))).toEqual({ kind: format, fields });
  });

  it('reads back from SVG', async () => {
    expect(await read(svgCode('学照', 'H'))).toBe('学照');
  });

  it('holds a dense token', async () => {
    const token = 'Kx3/'.repeat(300);
    expect(await read(await drawCode(token, { level: 'L', module: 4 }))).toBe(token);
  });
});

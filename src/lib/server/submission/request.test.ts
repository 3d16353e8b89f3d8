import { expect, it } from 'vitest';
import { withSubmission } from './request';

const of = { id: '0b3f1a52-6f0e-4c57-9d0c-0d5b7f1f0a11', key: 'k'.repeat(43), network: '203.0.113.1' };
/** No part is asked for: what comes is whole. */
const parts = {} as Parameters<typeof withSubmission>[3];
const part = (name: string, text: string) =>
  `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
const photo =
  '--part\r\ncontent-disposition: form-data; name="photo"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\nphoto\r\n';
const end = '--part--\r\n';

/** As large as an endpoint takes, and made to be read slowly. */
const costly: [string, string, string, string][] = [
  ['of thousands of parts', 'part', `${part('a', '').repeat(16_911)}${end}`, 'photo.missing'],
  ['with a name of a megabyte', 'part', `${part('a'.repeat(1_100_000), '')}${end}`, 'photo.missing'],
  [
    'whose JSON is half a million deep',
    'part',
    `${part('registration', '['.repeat(500_000))}${photo}${end}`,
    'registration.invalid'
  ],
  [
    'of lines that are nearly its boundary',
    `${'x'.repeat(69)}y`,
    `--${'x'.repeat(69)}\r\n`.repeat(16_000),
    'request.malformed'
  ]
];

it.each(costly)('a form %s is refused soon', async (_, boundary, body, code) => {
  const request = new Request('http://localhost', {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }
  });
  const bytes = new TextEncoder().encode(body);
  const before = process.cpuUsage();
  const taken = withSubmission(request, bytes, of, parts, () => Promise.resolve('taken'));
  await expect(taken).rejects.toMatchObject({ code });
  const { user, system } = process.cpuUsage(before);
  // Measured: 5 to 40 ms; what grows with the square takes seconds.
  expect((user + system) / 1000).toBeLessThan(1000);
});

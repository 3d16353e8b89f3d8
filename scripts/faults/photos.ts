import { finishedFile } from '../../src/lib/server/testing/photo';

const entries = 64;
/** The finest details of the luma table, which a flat wall has none of. */
const varied = 3;

/**
 * As many different finished photos as are asked for, at no cost: the last steps of the quantisation table (ITU-T T.81
 * B.2.4.1) spell the number.
 */
export async function manyPhotos(): Promise<(number: number) => Uint8Array<ArrayBuffer>> {
  const base = await finishedFile();
  const table = Buffer.from(base).indexOf(Buffer.from([0xff, 0xdb])) + 5;
  return (number) => {
    const file = base.slice();
    for (let i = 0; i < varied; i++) file[table + entries - 1 - i] = 16 + ((number >> (7 * i)) & 127);
    return file;
  };
}

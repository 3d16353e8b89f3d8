import { expect, it } from 'vitest';
import { outOfPlanes } from '../../workers/adapters/planes';
import { inPlanes } from './planes.mjs';

it('even bytes go before odd ones, and back', () => {
  for (const length of [0, 1, 4, 5]) {
    const data = Uint8Array.from({ length }, (_, at) => at);
    const planes = inPlanes(data);
    expect([...planes]).toEqual([0, 2, 4, 1, 3].filter((at) => at < length));
    expect(outOfPlanes(new Uint8Array(planes))).toEqual(data);
  }
});

import type { SourcePicture } from './found';
import { lastOf } from './names';
import type { FoundPicture } from './plan';

type Known = Pick<FoundPicture, 'path' | 'size'>;

/**
 * The pictures of a run in what was chosen again: by path and size; one that now lies elsewhere by name and size, where
 * no other has them.
 *
 * @returns under the paths that the run knows
 */
export function foundAgain(known: readonly Known[], pictures: readonly SourcePicture[]): SourcePicture[] {
  const byPath = new Map(pictures.map((picture) => [picture.path, picture]));
  const here = onlyOnes(pictures);
  const wanted = onlyOnes(known);
  return known.flatMap(({ path, size }) => {
    const same = byPath.get(path);
    const moved = wanted.get(look({ path, size })) && here.get(look({ path, size }));
    const picture = same?.size === size ? same : moved;
    return picture ? [{ ...picture, path }] : [];
  });
}

const look = ({ path, size }: Known) => `${lastOf(path)}/${size}`;

/** By name and size; null where there are several. */
function onlyOnes<T extends Known>(all: readonly T[]): Map<string, T | null> {
  const only = new Map<string, T | null>();
  for (const one of all) only.set(look(one), only.has(look(one)) ? null : one);
  return only;
}

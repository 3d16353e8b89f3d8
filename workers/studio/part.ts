import type { Mesh } from './mesh';
import type { Material } from './paint';

/** A piece of the sitter in the world's centimetres. */
export interface Part {
  name: string;
  mesh: Mesh;
  material: Material;
  keep?: (u: number, v: number, w: number) => boolean;
}

import { readCanonicalMesh } from './canonical-mesh.mjs';

/**
 * Puts the canonical mesh itself in the place of the module that reads it from its package, for browsers, which
 * draw the sitter too and have no files.
 * @returns {import('vite').Plugin}
 */
export function canonicalMesh() {
  return {
    name: 'canonical-mesh',
    enforce: 'pre',
    load(id) {
      if (!id.split('?')[0]?.endsWith('/scripts/models/canonical-mesh.mjs')) return null;
      const { vertices, uvs, triangles } = readCanonicalMesh();
      /** @param {ArrayLike<number>} values nine digits tell every 32-bit float */
      const list = (values) => `[${Array.from(values, (value) => Number(value.toPrecision(9))).join()}]`;
      return `export const readCanonicalMesh = () => ({
  vertices: Float32Array.from(${list(vertices)}),
  uvs: Float32Array.from(${list(uvs)}),
  triangles: Uint32Array.from(${list(triangles)})
});`;
    }
  };
}

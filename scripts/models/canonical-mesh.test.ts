import { expect, it } from 'vitest';
import { readCanonicalMesh } from './canonical-mesh.mjs';

it('is the canonical face: 468 vertices, symmetrical, one sheet without holes', () => {
  const { vertices, uvs, triangles } = readCanonicalMesh();
  expect([vertices.length, uvs.length, triangles.length]).toEqual([468 * 3, 468 * 2, 898 * 3]);
  // Ear roots mirror each other; the chin is on the middle line, 9.4 cm below the origin.
  expect(vertices[234 * 3]).toBeCloseTo(-vertices[454 * 3]!, 4);
  expect(vertices[152 * 3]).toBeCloseTo(0, 4);
  expect(vertices[152 * 3 + 1]).toBeCloseTo(-9.403, 3);
  expect(uvs.every((c) => c >= 0 && c <= 1)).toBe(true);
  const edges = new Map<string, number>();
  for (let t = 0; t < triangles.length; t += 3)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0]
    ] as const) {
      const key = [triangles[t + a]!, triangles[t + b]!].sort((p, q) => p - q).join();
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  expect([...edges.values()].every((count) => count <= 2)).toBe(true);
  // A disk: vertices − edges + faces = 1.
  expect(468 - edges.size + 898).toBe(1);
});

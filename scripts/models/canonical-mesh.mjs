import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where @mediapipe/face_mesh 0.4.1633559619 keeps its geometry metadata; from its own loader script. */
const archive = '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data';
const geometryStart = 3737848;
const geometryEnd = 3757224;

const vertexCount = 468;
/** x, y, z in centimetres, then u, v. */
const floatsPerVertex = 5;

/**
 * @typedef {object} CanonicalMesh
 * @property {Float32Array<ArrayBuffer>} vertices 468 × (x, y, z) in centimetres; x to the sitter's left, y up, z to the camera.
 * @property {Float32Array<ArrayBuffer>} uvs 468 × (u, v) in 0…1.
 * @property {Uint32Array<ArrayBuffer>} triangles 898 × 3 vertex numbers, counter-clockwise seen from outside.
 */

/** A field of a protocol buffer: its number and its value, or the bytes of a length-delimited one. */
/** @typedef {{ field: number, value: number | Buffer }} ProtoField */

/**
 * MediaPipe's canonical face: the mesh behind the landmarker's 468 points and its transformation matrix, taken
 * from the pinned npm package (Apache-2.0). Throws when the package holds something else.
 * @returns {CanonicalMesh}
 */
export function readCanonicalMesh() {
  const file = createRequire(import.meta.url).resolve(archive);
  const metadata = readFileSync(file).subarray(geometryStart, geometryEnd);
  // GeometryPipelineMetadata.canonical_mesh = 1; Mesh3d.vertex_buffer = 3, index_buffer = 4.
  const mesh = fields(metadata).find(({ field }) => field === 1)?.value;
  if (!Buffer.isBuffer(mesh)) throw new Error('No canonical mesh in @mediapipe/face_mesh.');
  /** @type {number[]} */
  const floats = [];
  /** @type {number[]} */
  const indices = [];
  for (const { field, value } of fields(mesh)) {
    if (typeof value !== 'number') continue;
    if (field === 3) floats.push(value);
    if (field === 4) indices.push(value);
  }
  if (floats.length !== vertexCount * floatsPerVertex || indices.some((index) => index >= vertexCount))
    throw new Error('The canonical mesh in @mediapipe/face_mesh is not the one expected.');
  const vertices = new Float32Array(vertexCount * 3);
  const uvs = new Float32Array(vertexCount * 2);
  for (let v = 0; v < vertexCount; v++) {
    vertices.set(floats.slice(v * floatsPerVertex, v * floatsPerVertex + 3), v * 3);
    uvs.set(floats.slice(v * floatsPerVertex + 3, v * floatsPerVertex + 5), v * 2);
  }
  return { vertices, uvs, triangles: Uint32Array.from(indices) };
}

/**
 * Splits a protocol buffer message into its fields (wire types 0, 2 and 5; the mesh uses no other).
 * @param {Buffer} message
 * @returns {ProtoField[]}
 */
function fields(message) {
  let at = 0;
  const varint = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = message.readUInt8(at++);
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value;
    }
  };
  /** @type {ProtoField[]} */
  const found = [];
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        found.push({ field, value: varint() });
        break;
      case 2: {
        const length = varint();
        found.push({ field, value: message.subarray(at, at + length) });
        at += length;
        break;
      }
      case 5:
        found.push({ field, value: message.readFloatLE(at) });
        at += 4;
        break;
      default:
        throw new Error(`Wire type ${tag % 8} in the canonical mesh.`);
    }
  }
  return found;
}

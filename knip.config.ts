import type { KnipConfig } from 'knip';

export default {
  entry: [
    // Programs of their own, which vite bundles by their paths.
    'scripts/bench/{kernels,labels,reference}-page.ts',
    'scripts/engines/estimate.ts',
    'src/lib/server/testing/open-database.ts',
    'workers/*.worker.ts',
    // Put before each page's code by vite.config.ts.
    'src/lib/failure/guarded-import.ts'
  ],
  project: ['src/**/*.{ts,svelte}', 'workers/**/*.ts', 'scripts/**/*.{ts,mjs}', 'e2e/**/*.{ts,mjs}'],
  ignore: [
    // AssemblyScript, which its own compiler reads from scripts/models/kernels.mjs.
    'workers/kernels/assembly/**'
  ],
  ignoreDependencies: [
    // Their files are read by path, by scripts/models/index.mjs.
    '@mediapipe/face_mesh',
    '@mediapipe/selfie_segmentation',
    // A process of its own, started by its path, by src/lib/server/testing/s3.ts.
    's3rver'
  ],
  // Debian's, for the rehearsal's certificate.
  ignoreBinaries: ['openssl'],
  ignoreExportsUsedInFile: { interface: true, type: true }
} satisfies KnipConfig;

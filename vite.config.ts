import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from './scripts/lib/browser.mjs';
import { sumOf } from './scripts/lib/file-sums.mjs';
import { galleryPage } from './scripts/lib/gallery-page.ts';
import { isClient, stepFiles } from './scripts/lib/step-files.ts';

/** Size of a file that the checking tools need, in bytes; 0 before the models were fetched. */
const bytesOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const vision = 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal';
const onnx = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded';
/** Each file that the image core fetches, copied into the build as it is. */
const tools = {
  zxingWasm: 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
  wasmLoader: `${vision}.js`,
  wasmBinary: `${vision}.wasm`,
  faceModel: 'workers/models/face_landmarker.task',
  personModel: 'workers/models/selfie_segmentation.tflite',
  jpegEncoder: 'node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  kernels: 'workers/models/kernels.wasm',
  labelModel: 'workers/models/selfie_multiclass.tflite'
};
const fineTools = {
  fineModel: 'workers/models/isnet_320x448.onnx',
  onnxLoader: `${onnx}.mjs`,
  onnxWasm: `${onnx}.wasm`
};
const bytesOfEach = (files: Record<string, string>) =>
  JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, path]) => [name, bytesOf(path)])));
/** By file name. Only of a build: the dev server changes some of them on their way. */
const sumOfEach = () =>
  Object.fromEntries(Object.values({ ...tools, ...fineTools }).map((path) => [basename(path), sumOf(path)]));

/**
 * Names a language's chunk by its tag, so that the service worker can tell which language it is:
 * `texts/TAG.HASH.js`, the console's `texts/TAG-review.HASH.js`.
 */
const namedTexts: Plugin = {
  name: 'named-texts',
  outputOptions(options) {
    const usual = options.chunkFileNames;
    if (!isClient(usual)) return;
    return {
      ...options,
      chunkFileNames({ facadeModuleId }) {
        const found = /\/i18n\/locales\/([^/]+)\/(review\/)?index\.ts$/.exec(facadeModuleId ?? '');
        if (!found) return usual;
        const [, tag, review] = found;
        return usual.replace('chunks/[hash]', `texts/${tag}${review ? '-review' : ''}.[hash]`);
      }
    };
  }
};

/** Lets each page's code come through `guarded`: the framework itself reloads for ever where a file is missing. */
const guardedPages: Plugin = {
  name: 'guarded-pages',
  transform(code, id) {
    if (!/\/generated\/client(-optimized)?\/app\.js$/.test(id.split('?')[0]!)) return;
    const changed = code.replaceAll(/\(\) => (import\('\.\/nodes\/\d+'\))/g, '() => guarded(() => $1)');
    if (changed === code) this.error('the pages are listed in another way');
    return `import { guarded } from '$lib/failure/guarded-import';\n${changed}`;
  }
};

/** Unit tests that draw many sitters, or wait for databases that die: left out of `npm run quick`. */
const slow = [
  'workers/{finish,measures,studio,standard,verdict}/**/*.test.ts',
  'scripts/{codes,data,engines,fuzz}/**/*.test.ts',
  'src/lib/server/{backup,farm,payment,review,staff}/**/*.test.ts',
  'src/lib/server/store/migrations/*.test.ts'
];
/** These mostly wait; what they run on, pg-boss, is chosen by the oldest Node: the other one runs them too. */
const waiting = 'src/lib/server/jobs/*.test.ts';
const quick = process.env.GRADFRAME_QUICK;
const leftOut = [
  ...configDefaults.exclude,
  ...(quick ? slow : []),
  ...(quick && quick !== 'other-node' ? [waiting] : [])
];
/** Rune classes, components, the workers' owner and the service worker's parts, where they run. */
const inBrowser = 'src/**/*.browser.test.ts';
/** What puts something in the place of the platform, or of the environment: each in a module registry of its own. */
const alone = [
  'src/lib/{api/request,camera/frames,platform/platform}.test.ts',
  'src/lib/server/kiosk/unsealing.test.ts'
];

/** Without a Chromium there is none; the end-to-end tests then fail for the want of it. Only Vitest loads what drives it. */
async function browserProjects() {
  const { VITEST, GRADFRAME_NO_BROWSER, SHOTS } = process.env;
  const executablePath = VITEST && !GRADFRAME_NO_BROWSER ? findBrowser() : undefined;
  if (!executablePath) return [];
  const { playwright } = await import('@vitest/browser-playwright');
  return [
    {
      extends: true as const,
      test: {
        name: 'browser',
        include: [inBrowser],
        /** Where the gallery's pictures go, should they be wanted (`npm run shots`). */
        provide: { shots: SHOTS ?? '' },
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions: { executablePath, args: browserArgs } }),
          instances: [{ browser: 'chromium' as const }]
        }
      }
    }
  ];
}

const inChromium = await browserProjects();

export default defineConfig(({ command }) => ({
  plugins: [galleryPage, sveltekit(), stepFiles(), namedTexts, guardedPages],
  // Kit lets vite serve only src and node_modules in dev; workers/ sits beside src.
  server: { fs: { allow: ['workers'] } },
  worker: { format: 'es' },
  // Models and wasm must stay files: the service worker caches each once, by its hashed name.
  // Pages must run where the core may not, to say so: what it needs came with Safari 16.4 and Chrome 91.
  build: { assetsInlineLimit: 0, target: ['chrome97', 'edge97', 'firefox104', 'safari15.4'] },
  // These find their .wasm relative to their own module; pre-bundling would move it.
  optimizeDeps: {
    exclude: ['@jsquash/jpeg', 'zxing-wasm', '@mediapipe/tasks-vision'],
    include: ['comlink', 'idb']
  },
  // How much there is to wait for; a compressed answer does not say it.
  define: {
    TOOL_BYTES: bytesOfEach(tools),
    FINE_BYTES: bytesOfEach(fineTools),
    FILE_SUMS: JSON.stringify(command === 'build' ? sumOfEach() : {})
  },
  test: {
    environment: 'node',
    // By itself it would leave one core of two idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
    coverage: {
      include: ['src/**/*.{ts,svelte}', 'workers/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**', 'workers/studio/**', 'workers/kernels/assembly/**'],
      // A run with a failure is read back like any other.
      reportOnFailure: true,
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'node_modules/.cache/coverage'
    },
    projects: [
      // What one file has loaded serves the next: loading takes longer than most tests.
      {
        extends: true,
        test: {
          name: 'core',
          include: ['workers/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: leftOut,
          isolate: false
        }
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['src/**/*.test.ts'],
          exclude: [...leftOut, ...alone, inBrowser],
          isolate: false
        }
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: leftOut } },
      ...inChromium
    ]
  }
}));

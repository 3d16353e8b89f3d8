import './scripts/lint/read-components.mjs';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { noArrayLiteralDestructuring } from './scripts/lint/no-array-literal-destructuring.mjs';
import { noSilentCatch } from './scripts/lint/no-silent-catch.mjs';
import { typedParser } from './scripts/lint/typed-parser.mjs';
import wholeSvelteConfig from './svelte.config.js';

// Without its functions: the cache of `npm run quick` is kept by a text of this configuration.
const svelteConfig = JSON.parse(JSON.stringify(wholeSvelteConfig));

/** The same for every file: one program knows the types of modules and components alike. */
const typed = {
  project: ['./tsconfig.json', './workers/tsconfig.json', './src/service-worker/tsconfig.json'],
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.svelte']
};

const promiseRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/require-await': 'error'
};

const ownChannel = { name: 'BroadcastChannel', message: 'Use tellAll and listen (platform/channel).' };
const oneRequest = { name: 'fetch', message: 'Use request (api/request).' };

const ownClock = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Use iso or nowMs (server/time): the database’s clock decides.'
};
/** A table is read and written by its owner in src/lib/server/store alone. */
const sqlText = '/^\\s*(SELECT |INSERT INTO |UPDATE [a-z_]+ SET|DELETE FROM |WITH RECURSIVE )/';
const ownSql = {
  selector: `:matches(Literal[value=${sqlText}], TemplateElement[value.raw=${sqlText}])`,
  message: 'SQL stands in src/lib/server/store, one file for each table’s owner.'
};

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'test-results/',
      'playwright-report/',
      'workers/models/',
      // AssemblyScript: its own compiler checks it.
      'workers/kernels/assembly/',
      'shots/',
      'data/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'svelte/button-has-type': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: typed },
    rules: promiseRules
  },
  { files: ['**/*.ts'], ignores: ['**/*.svelte.ts'], languageOptions: { parser: typedParser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typedParser, svelteConfig } }
  },
  {
    // No error is dropped without a reason.
    files: ['src/**', 'workers/**', 'scripts/**'],
    plugins: { gradframe: { rules: { 'no-silent-catch': noSilentCatch } } },
    rules: { 'gradframe/no-silent-catch': 'error', 'no-empty': ['error', { allowEmptyCatch: false }] }
  },
  {
    // What older browsers lack has one replacement each, in platform/.
    files: ['src/**/*.ts', 'src/**/*.svelte', 'workers/**/*.ts'],
    ignores: ['src/lib/platform/**', 'src/lib/server/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'crypto', property: 'randomUUID', message: 'Use randomId (platform/random-id).' },
        { object: 'AbortSignal', property: 'timeout', message: 'Use timeLimit (platform/time-limit).' },
        { object: 'navigator', property: 'locks', message: 'Use exclusive (platform/exclusive).' }
      ],
      'no-restricted-globals': ['error', ownChannel, oneRequest]
    }
  },
  {
    files: [
      'src/lib/api/request.ts',
      'src/service-worker/**',
      // They ask for the app's own files, and judge who answers at all.
      'src/lib/offline/network.svelte.ts',
      'src/lib/failure/guarded-import.ts',
      'src/routes/**/+server.ts',
      'workers/download.ts'
    ],
    rules: { 'no-restricted-globals': ['error', ownChannel] }
  },
  {
    // The image core answers the same in every browser engine.
    files: ['workers/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { engines: { rules: { 'no-array-literal-destructuring': noArrayLiteralDestructuring } } },
    rules: { 'engines/no-array-literal-destructuring': 'error' }
  },
  {
    // One logger writes what the server has to say.
    files: ['src/lib/server/**/*.ts', 'src/hooks.server.ts', 'src/routes/**/+server.ts'],
    rules: { 'no-console': 'error' }
  },
  {
    // The database's clock decides. What is left out measures how long something takes here, or how old a file is.
    files: ['src/lib/server/**/*.ts', 'src/routes/**/+server.ts'],
    ignores: [
      '**/*.test.ts',
      'src/lib/server/testing/**',
      'src/lib/server/{time,log}.ts',
      'src/lib/server/http/limit.ts',
      'src/lib/server/files/folder.ts',
      'src/lib/server/store/sqlite.ts',
      'src/lib/server/submission/photo-custody.ts'
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Use nowMs (server/time): the database’s clock decides.' }
      ],
      'no-restricted-syntax': ['error', ownClock, ownSql]
    }
  },
  {
    files: ['src/lib/server/store/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ownClock] }
  }
);

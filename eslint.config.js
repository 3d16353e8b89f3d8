import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { noSilentCatch } from './scripts/lint/no-silent-catch.mjs';
import svelteConfig from './svelte.config.js';

const promiseRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/require-await': 'error'
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
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './workers/tsconfig.json', './src/service-worker/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: promiseRules
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        project: ['./tsconfig.json'],
        extraFileExtensions: ['.svelte'],
        svelteConfig
      }
    },
    rules: promiseRules
  },
  {
    // No error is dropped without a reason.
    files: ['src/**', 'workers/**', 'scripts/**'],
    plugins: { gradframe: { rules: { 'no-silent-catch': noSilentCatch } } },
    rules: { 'gradframe/no-silent-catch': 'error', 'no-empty': ['error', { allowEmptyCatch: false }] }
  },
  {
    // One logger writes what the server has to say.
    files: ['src/lib/server/**/*.ts', 'src/hooks.server.ts', 'src/routes/**/+server.ts'],
    rules: { 'no-console': 'error' }
  }
);

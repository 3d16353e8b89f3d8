/**
 * TypeScript's parser for lint, with the types of whole programs that are built once. Left to itself the library
 * watches: each component then renews the programs' lists of files, which took half of lint's time.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript';
import tslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
/** A file has its types from the first that names it, or, as what importers see of a component, from the first. */
const configs = ['tsconfig.json', 'workers/tsconfig.json', 'src/service-worker/tsconfig.json'];
const components = [
  { extension: '.svelte', isMixedContent: true, scriptKind: typescript.ScriptKind.Deferred }
];

/** Svelte's own parser, which hands what it made of a component or a rune module to the one in its options. */
const svelteParser = /** @type {{ parseForESLint(code: string, options: object): unknown }} */ (
  svelte.configs.base.map(({ languageOptions }) => languageOptions?.parser).find((parser) => parser)
);

/** A rune module as svelte's parser hands it over. @param {string} filePath @param {string} text */
function handedOver(filePath, text) {
  let handed = text;
  svelteParser.parseForESLint(text, {
    project: configs,
    extraFileExtensions: ['.svelte'],
    filePath,
    parser: {
      ...tslint.parser,
      /** @type {typeof tslint.parser.parseForESLint} */
      parseForESLint(code, given) {
        if (given?.filePath === filePath) handed = String(code);
        return tslint.parser.parseForESLint(code, { ...given, project: undefined });
      }
    }
  });
  return handed;
}

/** @param {string} config @returns {typescript.Program} */
function programOf(config) {
  const found = typescript.getParsedCommandLineOfConfigFile(
    join(root, config),
    { allowNonTsExtensions: true },
    {
      ...typescript.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(typescript.flattenDiagnosticMessageText(messageText, '\n'));
      }
    },
    undefined,
    undefined,
    components
  );
  if (!found) throw new Error(`${config} cannot be read`);
  const host = typescript.createCompilerHost(found.options, true);
  const read = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = read(path);
    // A component's script comes changed already (read-components.mjs).
    return text !== undefined && path.endsWith('.svelte.ts') && existsSync(path)
      ? handedOver(path, text)
      : text;
  };
  return typescript.createProgram(found.fileNames, found.options, host);
}

/** @type {Map<string, { program: typescript.Program, named: Set<string> }>} */
const programs = new Map();

/** @param {string} config */
function known(config) {
  const found = programs.get(config);
  if (found) return found;
  const program = programOf(config);
  const made = { program, named: new Set(program.getRootFileNames()) };
  programs.set(config, made);
  return made;
}

/** The program that has the file as it is to be linted. @param {string} path @param {string} code */
function programWith(path, code) {
  const config = configs.find((one) => known(one).named.has(path)) ?? 'tsconfig.json';
  const { program } = known(config);
  return program.getSourceFile(path)?.text === code ? program : undefined;
}

/** @type {typeof tslint.parser} */
export const typedParser = {
  ...tslint.parser,
  parseForESLint(code, options) {
    const { project, ...others } = options ?? {};
    const program = project && programWith(others.filePath ?? '', String(code));
    // What was changed since, by `--fix` or in an editor, is read by the library's own watch.
    return tslint.parser.parseForESLint(code, program ? { ...others, programs: [program] } : options);
  }
};

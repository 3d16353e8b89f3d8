/**
 * Imported before svelte's parser: TypeScript then reads a component as the parser rewrites it, once, in place of
 * a new program for each component that is linted.
 */
process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK ??= '1';

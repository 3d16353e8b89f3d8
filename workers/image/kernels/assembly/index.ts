// AssemblyScript: TypeScript that compiles to WebAssembly. Memory is laid out by ../wasm.ts; addresses are in bytes.
export { spreadRow, gatherRow, addRow, roundRow } from './resample';
export { assemble, multiply, dot, step, turn } from './closed-form';
export { enlarge, relax } from './foreground';

// AssemblyScript: TypeScript that compiles to WebAssembly. Memory is laid out by ../memory.ts; addresses are in bytes.
export { spreadRow, gatherRow, addRow, roundRow } from './resample';
export { assemble, multiply, dot, step, turn } from './closed-form';

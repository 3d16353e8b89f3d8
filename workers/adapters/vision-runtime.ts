export interface WasmFileset {
  wasmLoaderPath: string;
  wasmBinaryPath: string;
}

/** Emscripten's own hook: the loader asks for an instance of a module that is compiled already. */
interface ModuleHooks {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void
  ): object;
}

/**
 * The wasm of tasks-vision in this worker: fetched and compiled once, instantiated for each task. Left to itself, each
 * task would fetch and compile its own.
 */
export class VisionRuntime {
  #tasks = 0;

  private constructor(
    private readonly loader: string,
    private readonly module: WebAssembly.Module
  ) {}

  /**
   * @param loader URL of the loader script
   * @param binary the wasm file
   * @throws WebAssembly.CompileError
   */
  static async start(loader: string, binary: Uint8Array<ArrayBuffer>): Promise<VisionRuntime> {
    return new VisionRuntime(loader, await WebAssembly.compile(binary));
  }

  /**
   * What the next task is created from; create it before asking for another. The loader hands its module factory out
   * once per evaluation, and a script is evaluated once per URL, so each further task asks for it by another URL.
   */
  next(): WasmFileset {
    const { module } = this;
    const hooks: ModuleHooks = {
      // At once, so that a failure (no memory left) fails the task, which would wait for ever otherwise.
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance, module);
        return instance.exports;
      }
    };
    // Where tasks-vision looks for what the page has to say about the module; it takes it away again.
    (globalThis as { Module?: ModuleHooks }).Module = hooks;
    const again = this.#tasks++;
    return { wasmLoaderPath: again ? `${this.loader}?task=${again}` : this.loader, wasmBinaryPath: '' };
  }
}

interface WasmFileset {
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
   * Creates a task with `create`, which is told its files; not two at a time. The library uses a loader's module factory
   * up, and a script is evaluated once per URL, so each further task asks for it by another URL. It is imported here:
   * the library would take it for a classic script in a document.
   *
   * @throws whatever keeps it from starting
   */
  async task<T>(create: (files: WasmFileset) => Promise<T>): Promise<T> {
    const { module } = this;
    let fail!: (cause: unknown) => void;
    const failed = new Promise<never>((_, reject) => (fail = reject));
    const hooks: ModuleHooks = {
      // Not at once, which documents are not allowed. A failure (no memory left) fails the task, which would wait for ever.
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports)
          .then((instance) => done(instance, module))
          .catch(fail);
        return {};
      }
    };
    // Where tasks-vision looks for what the page has to say about the module; it takes it away again.
    (globalThis as { Module?: ModuleHooks }).Module = hooks;
    const again = this.#tasks++;
    await import(/* @vite-ignore */ again ? `${this.loader}?task=${again}` : this.loader);
    return Promise.race([create({ wasmLoaderPath: '', wasmBinaryPath: '' }), failed]);
  }
}

declare global {
  namespace App {}
  /** Size in bytes of each file of the checking tools, written in by the build. */
  const TOOL_BYTES: Readonly<
    Record<
      keyof import('$workers/protocol').CodeAssets | keyof import('$workers/protocol').PhotoAssets,
      number
    >
  >;
}

export {};

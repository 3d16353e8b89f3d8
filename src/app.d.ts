declare global {
  namespace App {
    interface Error {
      message: string;
      /** By which the error is found in the log of the page or of the server. */
      id?: string;
    }
    interface Locals {
      /** The endpoint that answered has declared who may call it. */
      declared?: boolean;
    }
  }
  /** Size in bytes of each file of the checking tools, written in by the build. */
  const TOOL_BYTES: Readonly<
    Record<
      | keyof import('$workers/protocol').CodeAssets
      | keyof import('$workers/protocol').PhotoAssets
      | keyof import('$workers/protocol').LabelAssets,
      number
    >
  >;
  /** Likewise of each file of the fine matte's engine. */
  const FINE_BYTES: Readonly<Record<keyof import('$workers/protocol').FineAssets, number>>;
}

export {};

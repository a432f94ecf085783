// What is used of WebAssembly: TypeScript has it only among the browser's types.
export declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: object;
  }
}

declare global {
  const WebAssembly: typeof import("./web-assembly.js").WebAssembly;
}

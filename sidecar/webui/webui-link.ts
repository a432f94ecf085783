import type { WebuiDrawing } from "./drawing.js";

/** What a WebUI tells of itself; null where it does not. */
export interface WebuiFacts {
  /** "Forge", "AUTOMATIC1111" …, with its version where it is known. */
  name: string | null;
  version: string | null;
  /** Its folder of LoRA files, absolute, as the WebUI's machine names it. */
  loraFolder: string | null;
}

/** A LoRA file that a WebUI on another machine is to have. */
export interface BroughtLora {
  /** Where the studio has it. */
  path: string;
  /** Under which name it is to lie there, without suffix. */
  name: string;
  /** SHA-256, hex. */
  content: string;
}

/** One WebUI, however it is reached. Every method may wait: it ends with an error when the signal aborts. */
export interface WebuiLink extends WebuiDrawing {
  /** The same after a restart of the WebUI. */
  id: string;
  kind: "tab" | "address" | "machine";
  /** For people: the address, the folder of the WebUI we are a tab of, or the name of the machine that it belongs to. */
  title: string;
  /** Whether it runs on this machine, and so shares its graphics card. */
  isHere: boolean;
  /** @throws StudioError "offline" when nobody answers */
  facts(signal: AbortSignal): Promise<WebuiFacts>;
  /** Whether it draws anything now, whosever it is. @throws StudioError "offline" */
  isDrawing(signal: AbortSignal): Promise<boolean>;
  /**
   * Waits until nothing is being drawn, then takes the checkpoint off the graphics card.
   * @returns false when none was loaded @throws StudioError "offline" | "notAllowed" | "webuiFailed"
   */
  releaseMemory(signal: AbortSignal): Promise<boolean>;
  /** Puts it back; a WebUI that loads at its next picture is left to that. @throws as `releaseMemory` */
  restoreMemory(signal: AbortSignal): Promise<void>;
  /** Looks for LoRA files anew. @throws as `releaseMemory` */
  refreshLoras(signal: AbortSignal): Promise<void>;
  /**
   * Fetches files and puts them among its own, where it is on a machine that can; absent where nobody there fetches anything.
   * @returns false when that machine does not see the WebUI's folder @throws as `draw` | StudioError "modelInvalid" when a file was changed
   */
  bringLoras?(loras: readonly BroughtLora[], signal: AbortSignal): Promise<boolean>;
  /** Takes what it was brought away again, but for these contents. @throws as `draw` */
  keepLoras?(contents: readonly string[], signal: AbortSignal): Promise<void>;
}

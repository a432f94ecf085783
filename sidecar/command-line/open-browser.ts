import { reportError } from "../host/studio-error.js";
import type { Output } from "./output.js";

/** Opens an address or a file's; where there is no browser that is said. */
export async function openBrowser(address: string, output: Output): Promise<void> {
  try {
    const { default: open } = await import("open");
    await open(address);
  } catch (error) {
    output.say(`No browser could be opened (${reportError(error).message}); open ${address} yourself.`);
  }
}

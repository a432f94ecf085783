import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const doctorUsage = "doctor [--json]";

/** `doctor`: what works on this machine, each part tried. Exit code 1 when one does not. */
export async function doctorCommand(_argumentList: string[], output: Output): Promise<number> {
  const { findings } = await withClient((client) => client.call("host/doctor", {}));
  if (output.json) output.document({ findings });
  else {
    for (const { part, works, message, remedy } of findings) {
      output.print(`${works ? "works " : "BROKEN"}  ${part}: ${message}${remedy ? `\n        ${remedy}` : ""}`);
    }
  }
  return findings.every(({ works }) => works) ? 0 : 1;
}

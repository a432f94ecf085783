import { loraToolsEn, type VerifyFinding } from "../../../words/lora-tools-en.js";
import type { VerifiedLora } from "./verify-file.js";

export interface Finding {
  code: VerifyFinding;
  severity: "error" | "warning";
  values: Record<string, number | string>;
  message: string;
  remedy: string;
}

/** What speaks against a file; nothing where it can be used as it is. */
export function findingsOf(found: VerifiedLora): Finding[] {
  const { header, whole, format, modules, nan, infinite, zeroModules, unpaired, unread } = found;
  const findings: Finding[] = [];
  const tell = (code: VerifyFinding, severity: Finding["severity"], values: Finding["values"] = {}): void => {
    const { message, remedy } = loraToolsEn.findings[code];
    findings.push({ code, severity, values, message: message(values), remedy: remedy(values) });
  };
  if (!whole) {
    const { bytes, promised } = header;
    tell(bytes < promised ? "cut" : "tooLong", "error", { bytes, promised });
    return findings;
  }
  if (format === "unknown") tell("noLora", "error");
  if (nan.length > 0) tell("nan", "error", { count: nan.length, name: nan[0] ?? "" });
  if (infinite.length > 0) tell("infinite", "error", { count: infinite.length, name: infinite[0] ?? "" });
  if (unpaired.length > 0) tell("unpaired", "error", { count: unpaired.length, name: unpaired[0] ?? "" });
  if (modules.length > 0 && zeroModules.length === modules.length) tell("learntNothing", "error");
  else if (zeroModules.length > 0) tell("zeroModules", "warning", { count: zeroModules.length, of: modules.length });
  if (unread > 0) tell("unread", "warning", { count: unread });
  if (!header.metadata.has("ss_network_dim")) tell("noMetadata", "warning");
  return findings;
}

import { type FamilyName, familyNamed, isFamily } from "../families.js";

/**
 * The first line of a trainer's TOML of ours. The arguments alone do not tell SD1.5 from SDXL: which script reads the file
 * decides, and that stands nowhere in it.
 */
export const familyRemark = (family: FamilyName): string => `# for ${familyNamed(family).script} (${family})\n`;

/** The family that such a line names; null without one. */
export function familyInRemark(toml: string): FamilyName | null {
  const [, name = ""] = /^\uFEFF?# for \w+\.py \((\w+)\)\r?$/m.exec(toml.slice(0, 500)) ?? [];
  return isFamily(name) ? name : null;
}

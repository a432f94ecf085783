import { type Entry, getFileNameLowLevel, validateFileName } from "yauzl";

const utf8Flag = 0x800;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Names without the UTF-8 flag are UTF-8 all the same on many systems, and Shift_JIS on Japanese Windows. */
export function entryName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const own = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const isMarked = (generalPurposeBitFlag & utf8Flag) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  const name = isMarked ? own : (decoded(fileNameRaw, "utf-8") ?? decoded(fileNameRaw, "shift_jis") ?? own);
  return name.replaceAll("\\", "/");
}

/** Why a name from an archive must not be written, or null. */
export const badName = (name: string): string | null => validateFileName(name);

/** What systems put beside the user's files: `__MACOSX/`, `.DS_Store`. */
export const isOfTheSystem = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.)/.test(name);

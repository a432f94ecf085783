import { open } from "node:fs/promises";
import { systemCode } from "../../host/studio-error.js";

export interface LogPart {
  text: string;
  /** Where the part begins and ends in the file, and how large that is, in bytes. */
  from: number;
  to: number;
  size: number;
}

/** A part of a log; negative `from`: so many bytes before its end. A file that is not there is empty. */
export async function logPart(path: string, from: number, bytes: number): Promise<LogPart> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const begin = Math.min(size, from < 0 ? Math.max(0, size + from) : from);
      const buffer = Buffer.alloc(Math.min(bytes, size - begin));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, begin);
      return { text: buffer.subarray(0, bytesRead).toString("utf8"), from: begin, to: begin + bytesRead, size };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return { text: "", from: 0, to: 0, size: 0 };
  }
}

export const tailOf = async (path: string, bytes: number): Promise<string> => (await logPart(path, -bytes, bytes)).text;

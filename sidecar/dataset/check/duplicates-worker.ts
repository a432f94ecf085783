// A worker thread that compares the looks of a set.
import { type Duplicate, findDuplicates } from "./look/find-duplicates.js";
import { unpackLook } from "./look/look.js";

export default function compareSet(pictures: readonly { content: string; look: Uint8Array }[]): Duplicate[] {
  return findDuplicates(pictures.map(({ content, look }) => ({ content, look: unpackLook(look) })));
}

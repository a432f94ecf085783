import type { Database } from "../../store/database.js";
import { digestFile, type FileStamp, fileContents, fileStamp } from "../../store/file-content.js";
import { scoreTable } from "../../store/score-table.js";
import { packScores, type TagScores, unpackScores } from "./tag-scores.js";

/** The scores of pictures, kept by what the pictures contain. */
export interface KeptScores {
  /**
   * The content hash of a picture when it is known or may be that of a scored one: unchanged files are not read, files
   * of a size never seen cannot have been scored. Null when the picture was never scored, or is gone.
   */
  contentOf(image: string): Promise<string | null>;
  /** The same as far as it is known without reading a file. */
  knownContentOf(image: string): string | null;
  has(content: string, model: number): boolean;
  get(content: string, model: number): TagScores | null;
  /** Call inside a transaction. `stamp` is the file's from before it was read. */
  keep(picture: { image: string; stamp: FileStamp; content: string }, model: number, scores: TagScores): void;
}

export function keptScores(database: Database): KeptScores {
  const contents = fileContents(database);
  const table = scoreTable(database);
  const knownContentOf = (image: string): string | null => {
    const stamp = fileStamp(image);
    return stamp && contents.known(image, stamp);
  };
  return {
    knownContentOf,
    async contentOf(image) {
      const stamp = fileStamp(image);
      if (!stamp) return null;
      const known = contents.known(image, stamp);
      if (known !== null || !contents.sizeSeen(stamp)) return known;
      const content = await digestFile(image);
      contents.remember(image, stamp, content);
      return content;
    },
    has: table.has,
    get(content, model) {
      const packed = table.get(content, model);
      return packed && unpackScores(packed);
    },
    keep({ image, stamp, content }, model, scores) {
      contents.remember(image, stamp, content);
      table.put(content, model, packScores(scores));
    },
  };
}

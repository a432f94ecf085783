// A part of SHA-256 that tells the files of one folder apart, and can still be typed.
const HASH_LETTERS = 8;

/** What is known of a name in a folder of LoRA files. */
export interface NameUse {
  /** Content (SHA-256, hex) of the file that lies there under this name; null when none does. */
  there: string | null;
  /** Content that we put there under this name at any time; null for never. */
  before: string | null;
}

/**
 * The name under which a file is put among a WebUI's LoRA files. A name is never used again for other content, also when the
 * earlier file is gone: a running WebUI goes on drawing with the weights it has read under that name (seen with Forge
 * dfdcbab6), and prompts that name it would mean another LoRA.
 */
export function publishedName(
  wanted: string,
  content: string,
  use: (name: string) => NameUse,
): { name: string; renamed: boolean } {
  const isFree = (name: string): boolean => {
    const { there, before } = use(name);
    return (there ?? content) === content && (before ?? content) === content;
  };
  if (isFree(wanted)) return { name: wanted, renamed: false };
  const hashed = `${wanted}-${content.slice(0, HASH_LETTERS)}`;
  // Somebody else's file of that very name: then the whole hash.
  return { name: isFree(hashed) ? hashed : `${wanted}-${content}`, renamed: true };
}

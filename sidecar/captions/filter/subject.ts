/** What a filter can ask of a picture; costly facts are functions. */
export interface FilterSubject {
  /** Path below the folder, `/` between parts. */
  name: string;
  repeats: number;
  caption: string | null;
  tags(): readonly string[];
  /** CLIP tokens of the caption. */
  tokens(): number;
  /** In pixels; null when it is not known: then neither a comparison of it nor its opposite is true. */
  size(): { width: number; height: number } | null;
  /** Kept tagger score 0–1 of a tag; null without scores: as with an unknown size. */
  score(tag: string): number | null;
  isDuplicate(): boolean;
  isSelected(): boolean;
}

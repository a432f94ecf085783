/** What a portable page knows: everything it shows, no path of the machine it comes from. */
export interface PortableSweep {
  language: "en" | "ja";
  id: number;
  name: string;
  rehearsal: boolean;
  /** What all pictures share: base model, sampler, size. */
  facts: string;
  axes: readonly { id: string; title: string; values: readonly string[] }[];
  /** Places in `axes` to begin with; null: nothing that way. */
  columns: number | null;
  rows: number | null;
  /** Value index on every axis to begin with. */
  at: readonly number[];
  /** Hidden value indexes to begin with, by place of the axis. */
  hidden: Readonly<Record<number, readonly number[]>>;
  /** In the order of their indexes: axes as digits, the last runs fastest. */
  cells: readonly PortableCell[];
  verdict: PortableVerdict | null;
}

export interface PortableCell {
  /** What is wrong with it, in words; null for a proven one. */
  remark: string | null;
  /** Address of the picture and of a small one: beside the page, or the bytes themselves. */
  picture: string | null;
  small: string | null;
  width: number;
  height: number;
  infotext: string | null;
}

type VerdictName = "noEffect" | "undertrained" | "good" | "overtrained" | "broken" | "unknown";

export interface PortableVerdict {
  recommendation: { label: string; strength: number; low: number; high: number } | null;
  checkpoints: readonly { label: string; verdict: VerdictName; low: number | null; high: number | null }[];
}

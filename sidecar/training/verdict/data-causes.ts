import type { TextCause } from "./cause.js";

const NO_DATA = /No data found\. Please verify/;

/** Pictures and captions. */
export const dataCauses: readonly TextCause[] = [
  {
    name: "captionNotUtf8",
    errors: [/illegal char in file \(not UTF-8\)[^:]*: (?<file>.+)$/, /^UnicodeDecodeError: 'utf-?8' codec/],
  },
  { name: "captionEmpty", errors: [/caption file is empty[^:]*: (?<file>.+)$/] },
  {
    name: "nanLatents",
    errors: [/NaN detected in latents: (?<file>.+)$/, /NaN detected in latents/],
  },
  { name: "imageTooLarge", errors: [/image too large, but cropping and bucketing are disabled.*: (?<file>.+)$/] },
  {
    name: "fileGone",
    errors: [/^FileNotFoundError: .*?['"](?<file>[^'"]+\.(?:png|jpe?g|webp|bmp|avif|jxl|txt|caption|npz))['"]/i],
  },
  {
    name: "corruptImage",
    errors: [
      /cannot identify image file '(?<file>[^']+)'/,
      /^OSError: (?<reason>image file is truncated.*|Truncated File Read|broken data stream.*|unrecognized data stream.*|decoder error.*)/,
      /^(?:SyntaxError|OSError): (?<reason>broken PNG file.*|not a PNG file|cannot identify image.*)/,
      /UnidentifiedImageError|DecompressionBombError/,
      /Error loading file: (?<file>.+)/,
    ],
    more: /Error loading file: (?<file>.+)/,
  },
  { name: "tinyImages", errors: [/^ZeroDivisionError/], within: /select_bucket|make_buckets/ },
  {
    name: "noDataFolderName",
    lines: [NO_DATA],
    within: /ignore directory without repeats/,
    more: /ignore directory without repeats[^:]*: (?<folder>.+)$/,
  },
  {
    name: "noDataEmpty",
    lines: [NO_DATA],
    within: /no images found/,
    more: /ignore subset with image_dir=['"](?<folder>.+?)['"]: no images found/,
  },
  { name: "noDataMissing", lines: [NO_DATA], within: /not directory: /, more: /not directory: (?<folder>.+)$/ },
  { name: "noData", lines: [NO_DATA], errors: [NO_DATA] },
];

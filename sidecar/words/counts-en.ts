export const number = (value: number): string => value.toLocaleString("en");
export const count = (value: number, one: string, many: string): string =>
  `${number(value)} ${value === 1 ? one : many}`;
export const captions = (value: number): string => count(value, "caption", "captions");
export const pictures = (value: number): string => count(value, "picture", "pictures");
export const fixed = (value: number, digits: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** Decimal units, as the hub's pages have them. */
export const size = (bytes: number): string =>
  bytes < 1e9 ? `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB` : `${fixed(bytes / 1e9, 2)} GB`;

export const number = (value: number): string => value.toLocaleString("ja");
export const captions = (value: number): string => `キャプション ${number(value)} 件`;
export const pictures = (value: number): string => `画像 ${number(value)} 枚`;
export const fixed = (value: number, digits: number): string =>
  value.toLocaleString("ja", { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** Decimal units, as the hub's pages have them. */
export const size = (bytes: number): string =>
  bytes < 1e9 ? `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB` : `${fixed(bytes / 1e9, 2)} GB`;

export const number = (value: number): string => value.toLocaleString("en");
export const count = (value: number, one: string, many: string): string =>
  `${number(value)} ${value === 1 ? one : many}`;
export const captions = (value: number): string => count(value, "caption", "captions");
export const pictures = (value: number): string => count(value, "picture", "pictures");

export const number = (value: number): string => value.toLocaleString("ja");
export const captions = (value: number): string => `キャプション ${number(value)} 件`;
export const pictures = (value: number): string => `画像 ${number(value)} 枚`;

// Five by seven points a letter, a row a number: no font need be on the machine.
const letters: Readonly<Record<string, readonly number[]>> = {
  R: [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],
  E: [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
  H: [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
  A: [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
  S: [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
  L: [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
};

const WIDTH = 5;
const HEIGHT = 7;
const PITCH = WIDTH + 1;

/** Whether a word covers a place of a picture; it stands at the bottom, as wide as the picture allows. */
export function wordAt(word: string, { width, height }: { width: number; height: number }) {
  const points = word.length * PITCH + 1;
  const scale = Math.max(1, Math.floor(width / points));
  const [left, top] = [Math.floor((width - (points - 2) * scale) / 2), height - (HEIGHT + 2) * scale];
  return (x: number, y: number): "letter" | "band" | null => {
    const row = Math.floor((y - top) / scale);
    if (row < -1) return null;
    const column = Math.floor((x - left) / scale);
    const bits = letters[word[Math.floor(column / PITCH)] ?? ""]?.[row] ?? 0;
    const inside = column % PITCH;
    return column >= 0 && inside < WIDTH && (bits >> (WIDTH - 1 - inside)) & 1 ? "letter" : "band";
  };
}

// What `rich` counts as two cells wide, as far as sd-scripts' messages and file names go.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

const cellsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
};

/** Cells of a terminal that a text takes. */
const cellWidth = (text: string): number => [...text].reduce((sum, letter) => sum + cellsOf(letter), 0);

/** Fills up with blanks to a width in cells. */
export const padCells = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - cellWidth(text)));

/** A word that is too long, in pieces that fit. */
function chop(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let cells = 0;
  for (const letter of word) {
    const more = cellsOf(letter);
    if (cells + more > width) {
      pieces.push(piece);
      piece = "";
      cells = 0;
    }
    piece += letter;
    cells += more;
  }
  pieces.push(piece);
  return pieces;
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/\s*\S+\s*/g) ?? []) {
    const needed = cellWidth(word.trimEnd());
    if (cellWidth(line) + needed <= width) line += word;
    else if (needed <= width) {
      if (line) lines.push(line);
      line = word;
    } else {
      const pieces = chop(word, width);
      if (line) lines.push(line);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
    }
  }
  lines.push(line);
  return lines.map((one) => one.trimEnd());
}

/** Breaks a message as `rich` does: at blanks, and inside words that are longer than a line. */
export const wrapMessage = (message: string, width: number): string[] =>
  message.split("\n").flatMap((line) => wrapLine(line, width));

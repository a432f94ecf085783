import type { KnownOption } from "./known-options.js";

const COLUMNS = 80;

function part({ name, kind, many, choices }: KnownOption): string {
  if (kind === "flag") return `[--${name}]`;
  const value = choices ? `{${choices.join(",")}}` : name.toUpperCase();
  return many ? `[--${name} [${value} ...]]` : `[--${name} ${value}]`;
}

/** The usage text of argparse, broken as it breaks it. */
export function usageText(program: string, options: readonly KnownOption[]): string {
  const front = `usage: ${program} `;
  const indent = " ".repeat(front.length);
  const width = COLUMNS - 2 - front.length;
  const lines: string[] = [];
  let line = "";
  for (const one of ["[-h]", ...options.map(part)]) {
    if (line && line.length + 1 + one.length > width) {
      lines.push(line);
      line = one;
    } else line = line ? `${line} ${one}` : one;
  }
  lines.push(line);
  return `${front}${lines.join(`\n${indent}`)}\n`;
}

import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

/**
 * `powershell` is PowerShell 7.3 and later; `windowsPowerShell` is the 5.1 that Windows brings (and 7.0 to 7.2), which hands
 * quotation marks to programs unescaped; `cmd` is the prompt of cmd.exe, not a batch file.
 */
export const shells = ["bash", "powershell", "windowsPowerShell", "cmd"] as const;
export type Shell = (typeof shells)[number];

function bash(word: string): string {
  // With "=" only behind an option: as a command's first word NAME=value would set a variable.
  if (/^(?:--[A-Za-z0-9_-]+=)?[A-Za-z0-9_@%+:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** PowerShell takes typographic quotes for plain ones; each is doubled inside a literal string. */
const literal = (word: string): string => `'${word.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;

/** Words that PowerShell takes as they are: others could be numbers with a unit, operators or parameters with a colon. */
const isPlain = (word: string): boolean => /^(?:--)?[A-Za-z_][A-Za-z0-9_]*$|^\d+$/.test(word);

/** How a program of Windows finds its words in a command line: backslashes count only before quotation marks. */
const escapedMarks = (word: string): string => word.replace(/(\\*)"/g, String.raw`$1$1\"`);
const doubledEnd = (word: string): string => word.replace(/\\+$/, "$&$&");

function windowsPowerShell(word: string): string {
  if (isPlain(word)) return word;
  // It leaves out an empty word, and puts quotation marks round blanks without looking at a backslash at the end.
  if (word === "") return `'""'`;
  return literal(/[\s\u0085]/.test(word) ? doubledEnd(escapedMarks(word)) : escapedMarks(word));
}

function cmd(word: string): string {
  if (/[\r\n]/.test(word)) {
    throw new StudioError(
      "badArguments",
      say("Expected words of one line for cmd.exe, found a line break in {word}.", {
        word: JSON.stringify(word.slice(0, 60)),
      }),
      say("Use PowerShell, or the command with --config_file."),
    );
  }
  if (/^[A-Za-z0-9_\\:./-]+$/.test(word)) return word;
  const quoted = `"${doubledEnd(escapedMarks(word))}"`;
  // Inside quotation marks only % and ! are special to cmd.exe; a caret outside of them takes the meaning of any sign, and
  // breaks the name of a variable so that %NAME% stays.
  return /["%!]/.test(word) ? quoted.replace(/[()%!^"<>&|]/g, "^$&") : quoted;
}

/**
 * `word` so that the shell hands exactly it to the program. Throws `badArguments` for a zero byte, which no command line can
 * hold, and for a line break in cmd.exe.
 * Sources: POSIX shell, 2.2.2; about_Quoting_Rules and about_Parsing of PowerShell; "Parsing C command-line arguments" of
 * Microsoft's C runtime; `cmd /?`.
 */
export function quoteFor(shell: Shell, word: string): string {
  if (word.includes("\0")) {
    throw new StudioError(
      "badArguments",
      say("Expected text, found a zero byte in {word}.", { word: JSON.stringify(word.slice(0, 60)) }),
      say("Take the zero byte out of the plan."),
    );
  }
  if (shell === "bash") return bash(word);
  if (shell === "powershell") return isPlain(word) ? word : literal(word);
  return shell === "cmd" ? cmd(word) : windowsPowerShell(word);
}

/** A whole command of its words, on one line. PowerShell calls a quoted program with `&`. */
export function quotedCommand(shell: Shell, words: readonly string[]): string {
  const quoted = words.map((word) => quoteFor(shell, word));
  const isCalled = shell === "powershell" || shell === "windowsPowerShell";
  return isCalled && quoted[0]?.startsWith("'") ? `& ${quoted.join(" ")}` : quoted.join(" ");
}

import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { quotedCommand, quoteFor } from "../../../sidecar/planning/command/quote.js";

const sign = fc.constantFrom(..."ab1 \t'\"`$%!^&|<>()[]{}*?~#;,=@:.-_/\\髪\u3000\u2018\u2019\u201a\u201b\u00a0😀");
const word = fc.string({ unit: sign, maxLength: 14 });
const examples = [
  "",
  " ",
  "C:\\絵 髪\\",
  "C:\\a\\\\",
  "it's",
  'say "hi"',
  '\\"',
  '"',
  "%PATH%",
  "100%",
  "!x!",
  "$HOME",
  "`id`",
  "~/x",
  "--a=b c",
  "-",
  "--%",
  "@x",
  "a;b",
  "a&b",
  "^",
  "(",
  "“”",
  "‘x’",
];

test("bash hands over exactly the words", () => {
  const words = fc.sample(word, { numRuns: 1500, seed: 3 }).concat(examples, ["line\nbreak", "tab\there", "\\"]);
  const script = `printf '%s\\0' ${words.map((one) => quoteFor("bash", one)).join(" ")}`;
  const printed = execFileSync("bash", ["-c", script], { encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual(words);
});

test("a command's first word is called, not assigned", () => {
  const printed = execFileSync("bash", [
    "-c",
    `f() { printf %s "$1"; }; NAME=1; ${quotedCommand("bash", ["f", "a=b c"])}`,
  ]);
  expect(printed.toString()).toBe("a=b c");
  expect(quotedCommand("bash", ["X=1", "y"])).toBe("'X=1' y");
  expect(quotedCommand("powershell", ["C:\\a b\\python.exe", "--x"])).toBe("& 'C:\\a b\\python.exe' --x");
  expect(quotedCommand("powershell", ["python", "1"])).toBe("python 1");
});

/** Literal strings of PowerShell (about_Quoting_Rules): any typographic single quote delimits, two of them are one. */
function powershellWords(line: string): string[] {
  const quote = /['\u2018\u2019\u201a\u201b]/;
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === " ") {
      at += 1;
    } else if (quote.test(line[at] ?? "")) {
      let value = "";
      for (at += 1; ; at += 1) {
        if (at >= line.length) throw new Error(`open string in ${line}`);
        if (!quote.test(line[at] ?? "")) value += line[at];
        else if (quote.test(line[at + 1] ?? "")) value += line[++at];
        else break;
      }
      at += 1;
      words.push(value);
    } else {
      const end = line.indexOf(" ", at) === -1 ? line.length : line.indexOf(" ", at);
      const bare = line.slice(at, end);
      if (!/^[A-Za-z0-9_-]+$/.test(bare)) throw new Error(`${bare} is not safe bare`);
      words.push(bare);
      at = end;
    }
  }
  return words;
}

/** How Microsoft's C runtime parses a command line: 2n backslashes and a mark are n and a delimiter, 2n + 1 n and a mark. */
function windowsArguments(line: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < line.length) {
    while (line[at] === " " || line[at] === "\t") at += 1;
    if (at >= line.length) break;
    let value = "";
    let isQuoted = false;
    while (at < line.length && (isQuoted || (line[at] !== " " && line[at] !== "\t"))) {
      let backslashes = 0;
      while (line[at] === "\\") {
        backslashes += 1;
        at += 1;
      }
      if (line[at] === '"') {
        value += "\\".repeat(Math.floor(backslashes / 2));
        if (backslashes % 2 === 1) value += '"';
        // Inside a quoted part two marks are one.
        else if (isQuoted && line[at + 1] === '"') value += line[++at];
        else isQuoted = !isQuoted;
        at += 1;
      } else {
        value += "\\".repeat(backslashes);
        if (at < line.length && (isQuoted || (line[at] !== " " && line[at] !== "\t"))) value += line[at++];
      }
    }
    found.push(value);
  }
  return found;
}

/** What 5.1 makes of a word for a program: no empty ones, marks round those with blanks outside of marks, nothing escaped. */
function handedOverBy51(words: readonly string[]): string {
  return words
    .filter((one) => one !== "")
    .map((one) => {
      let isQuoted = false;
      let needsMarks = false;
      for (let at = 0; at < one.length; at += 1) {
        if (one[at] === '"' && one[at - 1] !== "\\") isQuoted = !isQuoted;
        else if (/[\s\u0085]/.test(one[at] ?? "") && !isQuoted) needsMarks = true;
      }
      return needsMarks ? `"${one}"` : one;
    })
    .join(" ");
}

/** cmd.exe at the prompt: variables first, an unknown one stays; then carets and quotation marks. */
function cmdLine(line: string, variables: Readonly<Record<string, string>>): string {
  let replaced = "";
  for (let at = 0; at < line.length; at += 1) {
    const end = line[at] === "%" ? line.indexOf("%", at + 1) : -1;
    const value = end === -1 ? undefined : variables[line.slice(at + 1, end)];
    replaced += value ?? line[at];
    if (value !== undefined) at = end;
  }
  let out = "";
  let isQuoted = false;
  for (let at = 0; at < replaced.length; at += 1) {
    const one = replaced[at] ?? "";
    if (one === "^" && !isQuoted) {
      at += 1;
      out += replaced[at] ?? "";
    } else {
      if (one === '"') isQuoted = !isQuoted;
      else if (!isQuoted && /[&|<>()]/.test(one)) throw new Error(`${one} has its meaning in ${line}`);
      out += one;
    }
  }
  return out;
}

const cases = fc.array(word, { minLength: 1, maxLength: 5 });
const allExamples = examples.map((one): [string[]] => [[one, "x"]]);

test("PowerShell reads exactly the words", () => {
  fc.assert(
    fc.property(cases, (words) => {
      const line = words.map((one) => quoteFor("powershell", one)).join(" ");
      expect(powershellWords(line)).toEqual(words);
    }),
    { examples: allExamples, numRuns: 1000 },
  );
});

test("a program that Windows PowerShell 5.1 starts gets exactly the words", () => {
  fc.assert(
    fc.property(cases, (words) => {
      const line = words.map((one) => quoteFor("windowsPowerShell", one)).join(" ");
      expect(windowsArguments(handedOverBy51(powershellWords(line)))).toEqual(words);
    }),
    { examples: allExamples, numRuns: 1000 },
  );
});

test("a program that cmd.exe starts gets exactly the words, variables of the machine untouched", () => {
  const variables = { PATH: "C:\\Windows", x: "y", "a b": "z" };
  fc.assert(
    fc.property(cases, (words) => {
      const line = words.map((one) => quoteFor("cmd", one)).join(" ");
      expect(windowsArguments(cmdLine(line, variables))).toEqual(words);
    }),
    { examples: [...allExamples, [["%PATH%", "%x%%a b%"]]], numRuns: 1000 },
  );
});

test("the usual words stay readable", () => {
  expect(quoteFor("bash", "/data/絵 x")).toBe("'/data/絵 x'");
  expect(["--lr=1e-4", "a.toml", "-"].map((one) => quoteFor("bash", one))).toEqual(["--lr=1e-4", "a.toml", "-"]);
  expect(quoteFor("cmd", "C:\\a b\\c.toml")).toBe('"C:\\a b\\c.toml"');
  expect(quoteFor("cmd", "C:\\a b\\")).toBe('"C:\\a b\\\\"');
  expect(quoteFor("cmd", "C:\\lora\\c.toml")).toBe("C:\\lora\\c.toml");
  expect(quoteFor("cmd", "%TEMP%")).toBe('^"^%TEMP^%^"');
  expect(quoteFor("powershell", "$env:TEMP")).toBe("'$env:TEMP'");
  expect(quoteFor("windowsPowerShell", "C:\\a b\\")).toBe("'C:\\a b\\\\'");
  expect(quoteFor("powershell", "C:\\a b\\")).toBe("'C:\\a b\\'");
});

test("what a shell cannot say is refused", () => {
  const refused = (job: () => string): unknown => {
    try {
      return job();
    } catch (thrown) {
      return (thrown as { code: string }).code;
    }
  };
  for (const shell of ["bash", "powershell", "windowsPowerShell", "cmd"] as const)
    expect(refused(() => quoteFor(shell, "a\0b"))).toBe("badArguments");
  expect(refused(() => quoteFor("cmd", "a\nb"))).toBe("badArguments");
  expect(refused(() => quoteFor("powershell", "a\nb"))).toBe("'a\nb'");
});

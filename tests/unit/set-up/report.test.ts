import { expect, test } from "@jest/globals";
import { createReport } from "../../support/set-up-parts.js";

function listeningReport(forProgram: boolean, language: "en" | "ja" = "en") {
  const people: string[] = [];
  const program: string[] = [];
  const report = createReport({
    forProgram,
    language,
    toPeople: (text) => void people.push(text),
    toProgram: (text) => void program.push(text),
  });
  return { report, people, program };
}

test("stdout stays free where no program listens", () => {
  const { report, people, program } = listeningReport(false);

  report.step({ step: "packages", number: 1, steps: 3 });
  report.failed({ code: "offline", values: {} });

  expect(program).toEqual([]);
  expect(people[0]).toBe("Step 1 of 3: Downloading packages …\n");
  expect(people[1]).toMatch(/registry\.npmjs\.org.*\nWhat to do: Connect/);
});

test("a program gets each count, people each fifth of them", () => {
  const { report, people, program } = listeningReport(true, "ja");

  for (let done = 1; done <= 100; done++) report.step({ step: "packages", number: 1, steps: 3, done, total: 100 });

  expect(program).toHaveLength(100);
  expect(JSON.parse(program[41] ?? "")).toMatchObject({
    done: 42,
    total: 100,
    text: { en: "Step 1 of 3: Downloading packages … 42/100" },
  });
  expect(people).toHaveLength(5);
  expect(people[4]).toBe("手順 1/3: パッケージをダウンロードしています… 100/100\n");
});

test("a failure reaches the program in both languages", () => {
  const { report, people, program } = listeningReport(true, "ja");

  report.failed({ code: "diskFull", values: { path: "/x", needed: "520", free: "90" } });

  const { failure } = Object(JSON.parse(program[0] ?? ""));
  expect(failure.code).toBe("diskFull");
  expect(failure.en.cause).toContain("520 MB are needed for the set-up, 90 MB are free");
  expect(failure.ja.cause).toContain("空きは 90 MB");
  expect(people).toEqual([]);
});

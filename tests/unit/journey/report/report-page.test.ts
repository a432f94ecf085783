import { expect, test } from "@jest/globals";
import type { Language } from "../../../../sidecar/journey/report/figures.js";
import { REPORT_MARK, reportPage } from "../../../../sidecar/journey/report/page.js";
import { en } from "../../../../sidecar/words/en.js";
import { ja } from "../../../../sidecar/words/ja.js";
import { reportEn } from "../../../../sidecar/words/report-en.js";
import { reportJa } from "../../../../sidecar/words/report-ja.js";
import { wholeProject } from "../../../support/report-facts.js";

const english: Language = { all: en, own: reportEn };
const japanese: Language = { all: ja, own: reportJa };

const hostile = `<script>alert(1)</script>" onload='x' &amp; <img src=x>`;

/** The tags of a page in their order, with nothing that they hold. */
const shapeOf = (page: string): string[] => page.match(/<\/?[a-z0-9]+/g) ?? [];

test("whatever the user wrote is text, in elements and in attributes", () => {
  const page = reportPage(wholeProject(hostile), english);
  const plain = reportPage(wholeProject("okara"), english);
  expect(page).not.toContain("<script");
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp; &lt;img src=x&gt;");
  // Not one element or attribute more than with a harmless name.
  expect(shapeOf(page)).toEqual(shapeOf(plain));
  expect(page.match(/ [a-z-]+="/g)).toEqual(plain.match(/ [a-z-]+="/g));
});

test("it runs nothing and loads nothing", () => {
  const page = reportPage(wholeProject("okara"), english);
  expect(page).toContain(
    `content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page.slice(0, 1024)).toContain(REPORT_MARK);
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = ""]) => address);
  expect(addresses.filter((address) => !/^(?:data:image\/webp;base64,|#)/.test(address))).toEqual([]);
  expect(page).not.toMatch(/url\(|@import|https?:|<link|<iframe/);
});

test("English and Japanese say the same, in the same places", () => {
  const facts = wholeProject("okara");
  const [one, other] = [reportPage(facts, english), reportPage({ ...facts, language: "ja" }, japanese)];
  expect(shapeOf(other)).toEqual(shapeOf(one));
  expect(other).toContain('<html lang="ja">');
  expect(one).toContain("Use okara at 0.75");
  expect(other).toContain("okara を強度 0.75 で使う");
});

test("what stand-ins made says so on every part", () => {
  const page = reportPage(wholeProject("okara", true), english);
  for (const id of ["recommendation", "pictures", "captions", "plan", "training", "sweep"]) {
    expect(page).toMatch(new RegExp(`<h2 id="${id}-title">[^<]*<span class="badge">Rehearsal</span></h2>`));
  }
  expect(page).toContain(reportEn.rehearsalNote);
  expect(reportPage(wholeProject("okara", false), english)).not.toMatch(/rehearsal/i);
});

test("a project that is on its way has what there is, and says what comes next", () => {
  const { set, captions, ...rest } = wholeProject("okara");
  const page = reportPage({ ...rest, set, captions, plan: null, training: null, sweep: null }, english);
  expect(page).toContain(reportEn.noSweep);
  expect(page).toContain('id="captions"');
  expect(page).not.toMatch(/id="(?:plan|training|sweep)"/);
});

test("without enough evidence nothing is recommended, and the reasons say what to draw", () => {
  const facts = wholeProject("okara");
  if (facts.sweep === null) throw new Error("expected a sweep");
  const notEnough = [{ code: "noControl", values: {}, sentence: "no control" }];
  const report = { ...facts.sweep.report, recommendation: null, notEnough };
  const page = reportPage({ ...facts, sweep: { ...facts.sweep, report, evidence: null } }, english);
  expect(page).toContain(reportEn.notEnough);
  expect(page).toContain(en.sweep.reasonWords.noControl());
  expect(page).not.toContain("Use okara");
});

test("keys of services stay out of the settings, and a file is told by its name", () => {
  const page = reportPage(wholeProject("okara"), english);
  expect(page).not.toContain("hf_secret");
  expect(page).toContain("<strong>base.safetensors</strong>");
});

import type { Page } from "playwright-core";

/** What a page's scripts and styles can leave in it. */
interface PageTraces {
  globals: string[];
  /** Functions of the browser's own prototypes and globals that are no longer the browser's. */
  replaced: string[];
  rules: string[];
  /** What hangs on document and window as attributes or ids. */
  ids: string[];
}

const look = `(() => {
  const native = (value) => typeof value !== "function" || /\\[native code\\]/.test(Function.prototype.toString.call(value));
  const names = Object.getOwnPropertyNames(window);
  const value = (owner, name) => { try { return Object.getOwnPropertyDescriptor(owner, name)?.value } catch { return null } };
  const replaced = names.flatMap((name) => {
    const prototype = /^[A-Z]/.test(name) ? value(window, name)?.prototype : null;
    const own = prototype ? Object.getOwnPropertyNames(prototype).filter((one) => !native(value(prototype, one))) : [];
    return [...own.map((one) => name + ".prototype." + one), ...(native(value(window, name)) ? [] : [name])];
  });
  // A font's style sheet from elsewhere keeps its rules to itself.
  const rulesOf = (sheet) => { try { return [...sheet.cssRules].map((rule) => rule.cssText) } catch { return ["@" + sheet.href] } };
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  return {
    globals: names.filter((name) => !/^[0-9]+$/.test(name)),
    replaced,
    rules: sheets.flatMap((sheet) => rulesOf(sheet)),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id).filter((id) => !/^component-/.test(id)),
  };
})()`;

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export async function pageTraces(page: Page): Promise<PageTraces> {
  const { globals, replaced, rules, ids } = Object(await page.evaluate(look));
  return { globals: texts(globals), replaced: texts(replaced), rules: texts(rules), ids: texts(ids) };
}

/** What one page has and another has not. */
export function beyond(page: PageTraces, other: PageTraces): PageTraces {
  const more = (kind: keyof PageTraces): string[] => {
    const known = new Set(other[kind]);
    return [...new Set(page[kind].filter((one) => !known.has(one)))].sort();
  };
  return { globals: more("globals"), replaced: more("replaced"), rules: more("rules"), ids: more("ids") };
}

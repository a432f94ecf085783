import { readFileSync } from "node:fs";

/** The cases of a fixture file; its numbers and names are read by the test that knows them. */
export function fixtureCases(name: string): Record<string, unknown>[] {
  const url = new URL(`../../../tests/fixtures/tagging/${name}.json`, import.meta.url);
  const { cases } = Object(JSON.parse(readFileSync(url, "utf8")));
  if (!Array.isArray(cases) || cases.length === 0) throw new Error(`${name}.json has no cases`);
  return cases;
}

/** Bytes from hexadecimal; empty data would make any comparison pass, so it is refused. */
export function bytesOf(hexadecimal: unknown): Uint8Array {
  const bytes = Uint8Array.from(Buffer.from(String(hexadecimal), "hex"));
  if (bytes.length === 0) throw new Error("the fixture has no bytes");
  return bytes;
}

import { homedir } from "node:os";
import { expect, test } from "@jest/globals";
import { pathsIn, withoutPlaces } from "../../../../sidecar/journey/report/private-places.js";

test("of a known path its last part is left, whatever its folders are called", () => {
  const places = ["/home/alice b/<i>secret</i> & co/10_okara", "/home/alice b", "C:\\Users\\Bob Smith\\lora"];
  const page = [
    "at /home/alice b/&lt;i&gt;secret&lt;/i&gt; &amp; co/10_okara now",
    "in /home/alice b",
    "and C:\\Users\\Bob Smith\\lora\\a.safetensors, C:/Users/Bob Smith/lora",
  ].join("\n");
  expect(withoutPlaces(page, places)).toBe("at 10_okara now\nin alice b\nand lora\\a.safetensors, lora");
});

test("what only looks like a place goes too: paths, links, addresses", () => {
  const told = withoutPlaces(
    `/srv/data/me/base.safetensors, D:\\me\\x\\y.png, \\\\server\\share\\z.png, http://127.0.0.1:7860/?token=abc, 192.168.0.7:7860, ${homedir()}`,
    [],
  );
  expect(told).not.toMatch(/srv|data|[\\/]|127|192|token|server|http/);
  expect(told).toContain("base.safetensors, y.png");
});

test("what people write in captions and markup stays", () => {
  const page = `<p>fate/grand order, 1/2, \\m/, :/, and/or</p></div><img src="data:image/webp;base64,//x/y/home/me+/="/>`;
  expect(withoutPlaces(page, ["/home/me"])).toBe(page);
});

test("paths are found wherever they stand alone", () => {
  const found = pathsIn({ plan: { a: "/x/y", b: ["D:\\x\\y", "a/b", "/one"] }, n: 1, nothing: null, text: "see /x/y" });
  expect([...found]).toEqual(["/x/y", "D:\\x\\y"]);
});

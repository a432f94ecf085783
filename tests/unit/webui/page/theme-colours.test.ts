import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Colour, contrast, parseColour } from "../../../../sidecar/webui/page/colour.js";
import { type HostColours, type MeaningColours, themeColours } from "../../../../sidecar/webui/page/theme-colours.js";

const colour = (text: string): Colour => parseColour(text) ?? { red: -1, green: -1, blue: -1 };

const own: MeaningColours = {
  accent: colour("#78abff"),
  green: colour("#4cc38a"),
  amber: colour("#f0b45a"),
  red: colour("#ff8a80"),
};

// gradio's default theme, dark, as Chromium computes it.
const gradioDark: HostColours = {
  ground: colour("rgb(11, 15, 25)"),
  surface: colour("rgb(31, 41, 55)"),
  raised: colour("rgb(17, 24, 39)"),
  line: colour("rgb(55, 65, 81)"),
  text: colour("rgb(243, 244, 246)"),
  muted: colour("rgb(156, 163, 175)"),
  accents: [colour("#f97316"), colour("#3b82f6")],
};

test("grounds and text are the theme's; its orange, too near to amber, is passed over for its blue", () => {
  const made = themeColours(gradioDark, own);

  expect(made).toMatchObject({ ground: "rgb(11 15 25)", surface: "rgb(31 41 55)", text: "rgb(243 244 246)" });
  const { red, green, blue } = colour(made?.accent ?? "");
  expect(blue).toBeGreaterThan(Math.max(red, green));
});

test("whatever the theme, all that is written can be read on all grounds, or our own colours stay", () => {
  const part = fc.integer({ min: 0, max: 255 });
  const any = fc.record({ red: part, green: part, blue: part });
  const host = fc.record({
    ...{ ground: any, surface: any, raised: any, line: any, text: any, muted: any },
    accents: fc.array(any, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(host, (given) => {
      const made = themeColours(given, own);
      const grounds = [given.ground, given.surface, given.raised];
      if (made === null) {
        expect(Math.min(...grounds.map((ground) => contrast(given.text, ground)))).toBeLessThan(4.5);
        return;
      }
      for (const name of ["text", "muted", "accent", "green", "amber", "red"] as const) {
        const written = colour(made[name]);
        // Written in whole numbers, which may take a hundredth away.
        for (const ground of grounds) expect(contrast(written, ground)).toBeGreaterThan(4.4);
      }
      const [on, accent] = [made["on-accent"], made.accent].map((text) => colour(text));
      expect(on && accent && contrast(on, accent)).toBeGreaterThan(4.4);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test.each([
  ["rgb(31, 41, 55)", { red: 31, green: 41, blue: 55 }],
  ["rgba(0, 0, 0, 0)", null],
  ["#1F2937", { red: 31, green: 41, blue: 55 }],
  ["linear-gradient(red, blue)", null],
  ["", null],
])("%s is read as %j", (text, expected) => {
  expect(parseColour(text)).toEqual(expected);
});

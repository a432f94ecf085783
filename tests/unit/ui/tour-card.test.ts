import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cardPlace } from "../../../sidecar/ui/state/tour-card.js";

const card = { width: 360, height: 180 };

test("the card stands below its thing, else above, else beside it", () => {
  const window = { width: 1280, height: 800 };

  expect(cardPlace({ left: 600, top: 10, width: 80, height: 30 }, card, window)).toEqual({ left: 460, top: 52 });
  expect(cardPlace({ left: 1200, top: 760, width: 60, height: 30 }, card, window)).toEqual({ left: 910, top: 568 });
  expect(cardPlace({ left: 0, top: 50, width: 200, height: 700 }, card, window)).toEqual({ left: 212, top: 310 });
  expect(cardPlace({ left: 1000, top: 50, width: 280, height: 700 }, card, window)).toEqual({ left: 628, top: 310 });
});

test("without its thing, or where that fills the window, it stands at the foot", () => {
  const window = { width: 390, height: 700 };

  expect(cardPlace(null, card, window)).toEqual({ left: 15, top: 510 });
  expect(cardPlace({ left: 0, top: 40, width: 390, height: 620 }, card, window)).toEqual({ left: 15, top: 510 });
});

test("it is whole inside every window that can hold it", () => {
  const length = fc.integer({ min: 0, max: 3000 });
  const thing = fc.record({ left: length, top: length, width: length, height: length });
  const window = fc.record({ width: fc.integer({ min: 380, max: 3000 }), height: fc.integer({ min: 200, max: 3000 }) });
  fc.assert(
    fc.property(fc.option(thing), window, (one, around) => {
      const { left, top } = cardPlace(one, card, around);

      expect(left >= 10 && left + card.width <= around.width - 10).toBe(true);
      expect(top >= 10 && top + card.height <= around.height - 10).toBe(true);
    }),
  );
});

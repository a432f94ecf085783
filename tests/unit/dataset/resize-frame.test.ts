import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { frameOf, type ResizeSettings } from "../../../sidecar/dataset/resize/frame.js";

const plain: ResizeSettings = {
  size: null,
  maxSize: null,
  maxSide: null,
  multiple: 1,
  aspect: null,
  focus: { x: 0.5, y: 0.5 },
  followSubject: false,
  trim: false,
  enlarge: false,
};
const whole = (width: number, height: number) => ({ left: 0, top: 0, right: width, bottom: height });
const frame = (width: number, height: number, settings: Partial<ResizeSettings>) =>
  frameOf([width, height], whole(width, height), { ...plain, ...settings });

test("a limit shrinks large pictures and leaves small ones as they are", () => {
  expect(frame(2048, 2048, { maxSize: 1024 })).toEqual({
    keep: whole(2048, 2048),
    size: [1024, 1024],
    lost: 0,
    enlarged: false,
  });
  expect(frame(800, 600, { maxSize: 1024 })).toMatchObject({ size: [800, 600], enlarged: false });
  expect(frame(800, 600, { maxSide: 400 })).toMatchObject({ size: [400, 300] });
  expect(frame(512, 512, { maxSize: 1024, enlarge: true })).toMatchObject({ size: [1024, 1024], enlarged: true });
});

test("one size for all cuts what does not fit, about the focus", () => {
  const { size, keep, lost } = frame(2000, 1000, { size: [500, 500] });
  expect({ size, keep }).toEqual({ size: [500, 500], keep: { left: 500, top: 0, right: 1500, bottom: 1000 } });
  expect(lost).toBeCloseTo(0.5);
  expect(frame(1000, 2000, { size: [500, 500], focus: { x: 0.5, y: 0 } }).keep).toEqual(whole(1000, 1000));
  // A small picture keeps its pixels, in the shape.
  expect(frame(300, 400, { size: [1000, 1000] })).toMatchObject({ size: [300, 300], enlarged: false });
  expect(frame(300, 400, { size: [1000, 1000], enlarge: true })).toMatchObject({ size: [1000, 1000], enlarged: true });
});

test("multiples cut a few pixels and bend nothing", () => {
  expect(frame(1000, 700, { multiple: 64 })).toMatchObject({
    size: [960, 640],
    keep: { left: 20, top: 30, right: 980, bottom: 670 },
  });
});

test("bars go first", () => {
  const content = { left: 0, top: 100, right: 1000, bottom: 900 };
  const trimmed = frameOf([1000, 1000], content, { ...plain, trim: true });
  expect(trimmed).toEqual({ keep: content, size: [1000, 800], lost: 0, enlarged: false });
});

test("whatever is asked for, what is kept lies in the picture and has the shape of what comes out", () => {
  const sides = fc.integer({ min: 16, max: 5000 });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  fc.assert(
    fc.property(
      sides,
      sides,
      fc.record({
        size: maybe(fc.tuple(fc.integer({ min: 16, max: 2048 }), fc.integer({ min: 16, max: 2048 }))),
        maxSize: maybe(fc.integer({ min: 64, max: 2048 })),
        maxSide: maybe(fc.integer({ min: 64, max: 2048 })),
        multiple: fc.constantFrom(1, 8, 64),
        aspect: maybe(fc.double({ min: 0.2, max: 5, noNaN: true })),
        focus: fc.record({
          x: fc.double({ min: 0, max: 1, noNaN: true }),
          y: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        followSubject: fc.constant(false),
        trim: fc.boolean(),
        enlarge: fc.boolean(),
      }),
      (width, height, settings) => {
        const { keep, size, lost, enlarged } = frameOf([width, height], whole(width, height), settings);
        expect(Math.min(keep.left, keep.top)).toBeGreaterThanOrEqual(0);
        expect(keep.right).toBeLessThanOrEqual(width);
        expect(keep.bottom).toBeLessThanOrEqual(height);
        expect(keep.right).toBeGreaterThan(keep.left);
        expect(keep.bottom).toBeGreaterThan(keep.top);
        expect(Math.min(...size)).toBeGreaterThanOrEqual(1);
        expect(lost).toBeGreaterThanOrEqual(0);
        const isExact = settings.size !== null && size.join() === settings.size.join();
        if (!isExact) expect(size.every((side) => side % settings.multiple === 0)).toBe(true);
        // A picture smaller than one multiple is the exception: it is brought to one.
        const isTiny = Math.min(width, height) < settings.multiple || Math.min(...size) <= settings.multiple;
        if (!settings.enlarge && !isTiny) expect(enlarged).toBe(false);
        const bent = ((keep.right - keep.left) * size[1]) / ((keep.bottom - keep.top) * size[0]);
        const rounding = 2.5 / Math.min(keep.right - keep.left, keep.bottom - keep.top, ...size);
        // Of a sliver a pixel is a large part.
        const isSliver = Math.min(keep.right - keep.left, keep.bottom - keep.top) < 8;
        if (!isTiny && !isSliver) expect(Math.abs(bent - 1)).toBeLessThan(rounding + 0.02);
      },
    ),
  );
});

import { expect, test } from "@jest/globals";
import { serialNames } from "../../../sidecar/dataset/rename/serial-names.js";

const files = (picture: string, ...companions: string[]) => ({
  picture: `/p/${picture}`,
  companions: companions.map((name) => `/p/${name}`),
});
const short = (moves: { from: string; to: string }[]) =>
  moves.map(({ from, to }) => `${from.slice(3)} → ${to.slice(3)}`);
const options = (others: string[] = []) => ({ start: 1, digits: 4, others: () => others });

test("pictures get numbers in their order, with all that belongs to them, across formats", () => {
  const { moves, copies, leftOut } = serialNames(
    [files("a b.PNG", "a b.txt", "a b-masklabel.png"), files("b.jpg"), files("c.d.webp", "c.d.txt", "c.d.npz")],
    options(),
  );

  expect(short(moves)).toEqual([
    "a b.PNG → 0001.PNG",
    "a b.txt → 0001.txt",
    "a b-masklabel.png → 0001-masklabel.png",
    "b.jpg → 0002.jpg",
    "c.d.webp → 0003.webp",
    "c.d.txt → 0003.txt",
    "c.d.npz → 0003.npz",
  ]);
  expect([copies, leftOut]).toEqual([[], []]);
});

test("what has its name already stays; names may change places", () => {
  const { moves } = serialNames([files("0001.png", "0001.txt"), files("0003.png"), files("0002.png")], options());
  expect(short(moves)).toEqual(["0003.png → 0002.png", "0002.png → 0003.png"]);
});

test("a number whose name a file that stays has is left out, in any letter case and with any mark", () => {
  const others = ["0001.TXT", "0003_mask.png", "a.png", "b.png"];
  const { moves, leftOut } = serialNames([files("a.png"), files("b.png")], options(others));

  expect(short(moves)).toEqual(["a.png → 0002.png", "b.png → 0004.png"]);
  expect(leftOut).toEqual([
    { number: "0001", file: "/p/0001.TXT" },
    { number: "0003", file: "/p/0003_mask.png" },
  ]);
});

test("of two pictures that share a caption each gets its own", () => {
  const { moves, copies } = serialNames([files("x.jpg", "x.txt"), files("x.png")], options());

  expect(short(moves)).toEqual(["x.jpg → 0001.jpg", "x.txt → 0001.txt", "x.png → 0002.png"]);
  expect(short(copies)).toEqual(["x.txt → 0002.txt"]);
});

test("more pictures than the digits hold get one more; each folder counts on its own", () => {
  const many = Array.from({ length: 12 }, (_, index) => files(`z${index}.png`));
  const { moves } = serialNames([...many, files("10_other/y.png")], { start: 1, digits: 1, others: () => [] });

  expect(moves[0]?.to).toBe("/p/01.png");
  expect(moves.at(-2)?.to).toBe("/p/12.png");
  expect(moves.at(-1)?.to).toBe("/p/10_other/1.png");
});

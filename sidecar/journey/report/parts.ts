import { type Html, html, type Piece } from "./html.js";
import type { ReportPicture } from "./report-facts.js";

/** A section of the page with its heading; what stand-ins made says so beside it. */
export const section = (
  id: string,
  { title, rehearsal }: { title: string; rehearsal: string | null },
  ...inside: Piece[]
): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}${badge(rehearsal)}</h2>${inside}</section>\n`;

export const badge = (rehearsal: string | null): Piece =>
  rehearsal !== null && html`<span class="badge">${rehearsal}</span>`;

export const list = (rows: readonly Piece[]): Piece =>
  rows.length > 0 && html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;

/** A table with heads; `numbers` are the columns whose figures stand right. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly Piece[])[],
  numbers: readonly number[] = [],
): Piece => {
  const tone = (column: number): Piece => numbers.includes(column) && html` class="number"`;
  return (
    rows.length > 0 &&
    html`<table><thead><tr>${heads.map((head, column) => html`<th scope="col"${tone(column)}>${head}</th>`)}</tr></thead><tbody>${rows.map(
      (row) => html`<tr>${row.map((cell, column) => html`<td${tone(column)}>${cell}</td>`)}</tr>`,
    )}</tbody></table>`
  );
};

export const facts = (rows: readonly (readonly [string, Piece])[]): Html =>
  html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;

export const folded = (title: string, ...inside: Piece[]): Html =>
  html`<details><summary>${title}</summary>${inside}</details>`;

/** @param missing what stands there instead of a picture that is not in the page */
export const image = (picture: ReportPicture | null, alt: string, missing: string): Html =>
  picture === null
    ? html`<div class="missing">${missing}</div>`
    : html`<img src="${picture.data}" alt="${alt}" width="${picture.width}" height="${picture.height}">`;

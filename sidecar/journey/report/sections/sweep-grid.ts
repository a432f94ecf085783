import type { Language } from "../figures.js";
import { type Html, html } from "../html.js";
import { image } from "../parts.js";
import type { GridCell, ReportGrid } from "../report-facts.js";

const cell = ({ picture, remark, best }: GridCell, name: string, { own }: Language): Html =>
  html`<figure class="${best ? "cell best" : "cell"}">${image(picture, best ? `${name}: ${own.best}` : name, remark ?? own.noPicture)}${picture !== null && remark !== null && html`<small>${remark}</small>`}${best && html`<figcaption class="chosen">${own.best}</figcaption>`}</figure>`;

/** Pictures of two axes as a table: pictures without LoRA, which are the same for every file, stand once beside all rows. */
export function gridTable(
  { title, columnTitle, rowTitle, columns, rows, control }: ReportGrid,
  language: Language,
): Html {
  return html`<h3>${title}</h3><div class="grid"><table><thead><tr><th>${rowTitle} ↓ ${columnTitle} →</th>${control && html`<th scope="col">${control.label}</th>`}${columns.map(
    (label) => html`<th scope="col">${label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ label, cells }, row) =>
      html`<tr><th scope="row">${label}</th>${
        control && row === 0 && html`<td rowspan="${rows.length}">${cell(control.cell, control.label, language)}</td>`
      }${cells.map((one, column) => html`<td>${cell(one, `${label}, ${columns[column] ?? ""}`, language)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

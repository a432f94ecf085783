/** The report's own look: the page's colours, both themes, and what paper needs. */
export const reportStyle = `
:root { color-scheme: light dark; --ground: #f3f4f7; --surface: #fff; --raised: #eef0f5; --line: #d9dce4; --text: #1b1d23;
  --muted: #596174; --accent: #2563d6; --green: #14713f; --amber: #8a5300; --red: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #15171c; --surface: #1c1f26; --raised: #252933; --line: #353a46;
  --text: #e8eaf0; --muted: #a0a8b8; --accent: #78abff; --green: #4cc38a; --amber: #f0b45a; --red: #ff8a80; } }
* { box-sizing: border-box; }
body { background: var(--ground); color: var(--text); margin: 0; padding: 24px 16px 48px;
  font: 0.95rem / 1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic UI", sans-serif; }
body > * { margin: 0 auto; max-width: 1080px; }
h1, h2, h3, h4, p { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1rem; margin: 20px 0 6px; }
p + p, h2 + p { margin-top: 6px; }
ul { margin: 6px 0; padding-left: 1.2em; }
.plain { list-style: none; padding: 0; }
section, .top { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; margin-top: 16px; padding: 20px 22px; }
.kicker { color: var(--muted); font-size: 0.85rem; letter-spacing: 0.04em; }
.muted { color: var(--muted); } .green { color: var(--green); } .amber { color: var(--amber); } .red { color: var(--red); }
.figures, td, dd { font-variant-numeric: tabular-nums; }
.badge { border: 1px solid var(--amber); border-radius: 999px; color: var(--amber); display: inline-block; font-size: 0.8rem;
  font-weight: 600; margin-left: 8px; padding: 1px 10px; vertical-align: middle; }
.facts { display: grid; gap: 4px 28px; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); margin: 14px 0 0; }
.facts dt { color: var(--muted); font-size: 0.85rem; }
.facts dd { font-weight: 600; margin: 0; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; }
a { color: var(--accent); }
.verdict { font-size: 1.5rem; font-weight: 700; line-height: 1.3; margin-top: 4px; }
.trio { display: grid; gap: 14px; grid-template-columns: repeat(3, minmax(0, 260px)); margin: 16px 0; }
figure { margin: 0; }
figcaption { color: var(--muted); font-size: 0.85rem; }
img { background: var(--raised); border-radius: 8px; display: block; height: auto; max-width: 100%; }
.trio img, .cell img { width: 100%; }
.best img { outline: 3px solid var(--green); outline-offset: 2px; }
.wall { display: grid; gap: 10px; grid-template-columns: repeat(auto-fill, minmax(96px, 1fr)); list-style: none; margin: 14px 0; padding: 0; }
.wall img { object-fit: contain; width: 100%; }
.wall li { font-size: 0.75rem; overflow-wrap: anywhere; }
.missing { align-items: center; aspect-ratio: 1; background: var(--raised); border-radius: 8px; color: var(--muted); display: flex; font-size: 0.75rem; justify-content: center; }
table { border-collapse: collapse; max-width: 100%; }
th { font-weight: 600; text-align: left; }
td, th { padding: 3px 12px 3px 0; vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--muted); font-size: 0.85rem; font-weight: 500; }
.number { text-align: right; }
.grid { display: block; overflow-x: auto; }
.grid th { font-size: 0.85rem; padding: 4px 8px 4px 0; }
.grid td { min-width: 84px; padding: 3px; }
.grid small { color: var(--amber); display: block; }
.grid .chosen { color: var(--green); font-weight: 600; }
details { margin-top: 12px; }
summary { cursor: pointer; font-weight: 600; }
svg { display: block; height: auto; max-width: 100%; }
svg text { fill: var(--muted); font-size: 12px; }
.charts { display: flex; flex-wrap: wrap; gap: 18px; }
.line { fill: none; stroke: var(--accent); stroke-width: 1.6; }
.faint { fill: none; stroke: var(--accent); stroke-opacity: 0.32; stroke-width: 1; }
.rule { stroke: var(--line); } .mark { stroke: var(--green); stroke-dasharray: 3 3; }
.bar { fill: var(--accent); fill-opacity: 0.75; }
.band { fill: var(--green); fill-opacity: 0.13; }
.traitRecall { fill: var(--accent); stroke: var(--accent); } .promptKept { fill: var(--green); stroke: var(--green); }
.collapse { fill: var(--red); stroke: var(--red); } .key::before { content: "● "; }
.key.traitRecall { color: var(--accent); } .key.promptKept { color: var(--green); } .key.collapse { color: var(--red); }
.heat td { text-align: right; } .heat .part { fill: var(--accent); }
.heat svg { display: inline-block; margin-right: 6px; vertical-align: -2px; } .heat td, .heat thead th + th { padding-left: 14px; text-align: right; }
td[rowspan] figure { position: sticky; top: 8px; }
.heat th[scope="row"] { font-weight: 400; padding-right: 16px; }
.prompt, .caption { font-family: ui-monospace, monospace; font-size: 0.85rem; overflow-wrap: anywhere; }
footer { color: var(--muted); font-size: 0.85rem; margin-top: 20px; }
@media (max-width: 640px) { section, .top { padding: 16px 14px; } h1 { font-size: 1.5rem; } }
@media print { :root { color-scheme: light; --ground: #fff; --surface: #fff; --raised: #eee; --line: #bbb; --text: #000; --muted: #444;
    --accent: #1d4fb0; --green: #0d5a31; --amber: #6d4200; --red: #8f1d17; }
  body { font-size: 10pt; padding: 0; print-color-adjust: exact; } nav { display: none; }
  section, .top { border: 0; padding: 0; } figure, tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } .grid { overflow: visible; } }
`;

import { render } from "preact";
import { useState } from "preact/hooks";
import type { PortableSweep } from "../../sweep/export/kinds/portable-sweep.js";
import { sweepExportEn } from "../../words/sweep-export-en.js";
import { sweepExportJa } from "../../words/sweep-export-ja.js";
import { sweepPortableEn } from "../../words/sweep-portable-en.js";
import { sweepPortableJa } from "../../words/sweep-portable-ja.js";
import { Controls } from "./Controls.js";
import { Enlarged } from "./Enlarged.js";
import { Grid } from "./Grid.js";
import { type Shown, shownValues } from "./grid-place.js";
import "./portable.css";
import { Verdict } from "./Verdict.js";

declare global {
  interface Window {
    /** Written into the page by the export. */
    portableSweep: PortableSweep;
  }
}

function PortablePage({ sweep }: { sweep: PortableSweep }) {
  const words = sweep.language === "ja" ? sweepPortableJa : sweepPortableEn;
  const told = sweep.language === "ja" ? sweepExportJa : sweepExportEn;
  const { columns, rows, at, hidden } = sweep;
  const [shown, setShown] = useState<Shown>({ columns, rows, at, hidden });
  const [size, setSize] = useState(192);
  const [opened, setOpened] = useState<readonly number[] | null>(null);
  const hide = (axis: number, value: number): void => {
    // The last one stays.
    if (shownValues(sweep, shown, axis).length < 2) return;
    setShown({ ...shown, hidden: { ...shown.hidden, [axis]: [...(shown.hidden[axis] ?? []), value] } });
  };
  return (
    <>
      <header class="top">
        <h1>{sweep.name}</h1>
        {sweep.rehearsal ? <p class="rehearsal">{told.rehearsal}</p> : null}
        <p class="facts">{sweep.facts}</p>
        {sweep.verdict ? <Verdict verdict={sweep.verdict} words={words} /> : null}
        <Controls {...{ sweep, words, shown, size }} change={setShown} resize={setSize} />
      </header>
      <main>
        <Grid {...{ sweep, words, shown, size, hide }} open={setOpened} />
      </main>
      <footer>{words.made}</footer>
      {opened ? (
        <Enlarged {...{ sweep, words, shown }} at={opened} go={setOpened} close={() => setOpened(null)} />
      ) : null}
    </>
  );
}

render(<PortablePage sweep={window.portableSweep} />, document.body);

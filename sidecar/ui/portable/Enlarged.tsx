import { useEffect, useRef, useState } from "preact/hooks";
import type { PortableSweep } from "../../sweep/export/kinds/portable-sweep.js";
import type { SweepPortableWords } from "../../words/sweep-portable-en.js";
import { indexAt, type Shown, step } from "./grid-place.js";

interface Props {
  sweep: PortableSweep;
  words: SweepPortableWords;
  shown: Shown;
  at: readonly number[];
  go: (at: readonly number[]) => void;
  close: () => void;
}

/** One picture at full size; the arrow keys flip to its neighbours at the same place. */
export function Enlarged({ sweep, words, shown, at, go, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const cell = sweep.cells[indexAt(sweep, at)];
  const values = sweep.axes.flatMap(({ title, values: all }, axis) =>
    all.length > 1 || axis < 2 ? [`${title}: ${all[at[axis] ?? 0] ?? ""}`] : [],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, { axis: number | null; by: 1 | -1 }> = {
      ArrowLeft: { axis: shown.columns, by: -1 },
      ArrowRight: { axis: shown.columns, by: 1 },
      ArrowUp: { axis: shown.rows, by: -1 },
      ArrowDown: { axis: shown.rows, by: 1 },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    setCopied(false);
    go(step(sweep, shown, { at, ...move }));
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(cell?.infotext ?? "");
    setCopied(true);
  };
  return (
    <dialog ref={dialog} class="enlarged" onClose={close} onKeyDown={onKeyDown} aria-label={values.join(", ")}>
      <header>
        <h2 aria-live="polite">{values.join(" · ")}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      {cell?.remark ? <p class="wrong">{cell.remark}</p> : null}
      {cell?.picture ? (
        <img src={cell.picture} alt={values.join(", ")} width={cell.width} height={cell.height} />
      ) : (
        <div class="missing" />
      )}
      <p class="keys">{words.keys}</p>
      {cell?.infotext ? (
        <details>
          <summary>{words.infotext}</summary>
          <pre>{cell.infotext}</pre>
          <button type="button" onClick={copy}>
            {copied ? words.copied : words.copy}
          </button>
        </details>
      ) : null}
    </dialog>
  );
}

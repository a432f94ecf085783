import { words } from "../../state/look.js";
import { type Sweep, selectedCell } from "../../state/sweep.js";
import { acting, redraw } from "../../state/sweep-actions.js";
import { problemWords } from "../../state/sweep-words.js";

/** What went wrong while drawing, each with its cells and the button that draws them again. */
export function CellProblems({ shown }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  const { problems, id } = shown;
  if (problems.length === 0) return null;
  const all = problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <details class="train-fold">
      <summary class="amber">
        {said.problems}: {said.problemCells(all)}
      </summary>
      <ul class="sweep-problems">
        {problems.map((problem) => {
          const { message, remedy } = problemWords(problem);
          const [first] = problem.cells;
          return (
            <li key={`${problem.code} ${problem.message}`}>
              <p>
                <strong>{said.problemCells(problem.count)}</strong> {message} <span class="muted">{remedy}</span>
              </p>
              <span class="train-buttons">
                {first !== undefined && (
                  <button type="button" class="small" onClick={() => (selectedCell.value = first)}>
                    {said.showCell}
                  </button>
                )}
                <button
                  type="button"
                  class="small"
                  disabled={acting.value || problem.cells.length === 0}
                  onClick={() => void redraw(id, problem.cells)}
                >
                  {said.redrawThese(problem.cells.length)}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      {problems.length > 1 && (
        <button type="button" class="small" disabled={acting.value} onClick={() => void redraw(id)}>
          {said.redrawAll(all)}
        </button>
      )}
    </details>
  );
}

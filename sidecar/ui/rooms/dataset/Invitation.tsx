import { openFolder, recent } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";

/** Six empty frames: what will be here. */
function Sketch() {
  return (
    <svg class="sketch" viewBox="0 0 190 120" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <g key={index} transform={`translate(${(index % 3) * 64} ${Math.floor(index / 3) * 62})`}>
          <rect width="58" height="56" rx="6" />
          <circle cx="29" cy="23" r="10" />
          <path d="M11 56 Q29 30 47 56" />
        </g>
      ))}
    </svg>
  );
}

export function Invitation() {
  const { dataset } = words.value;
  return (
    <div class="invitation">
      <Sketch />
      <h1>{dataset.inviteTitle}</h1>
      <p>{dataset.invite}</p>
      <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
        {dataset.open} <kbd>o</kbd>
      </button>
      {recent.value.length > 0 && (
        <>
          <h2>{dataset.recent}</h2>
          <ul class="folders short">
            {recent.value.map((path) => (
              <li key={path}>
                <button type="button" onClick={() => openFolder(path)}>
                  {path}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

import { words } from "../../state/look.js";
import type { Listed } from "../../state/settings.js";

/** Where the files lie, and what may be written into the one that wins. */
export function LocalFileNote({ listed: { path, localFile } }: { listed: Listed }) {
  const { settings: said } = words.value;
  // Visitors are not told where anything lies.
  if (localFile.path === null) return null;
  return (
    <div class="setting-files muted">
      <p>{localFile.exists ? said.localFileHere(localFile.path) : said.localFile(localFile.path)}</p>
      <details open={!localFile.exists}>
        <summary>{said.example}</summary>
        <pre>{said.exampleText}</pre>
      </details>
      {path !== null && <p>{said.keptIn(path)}</p>}
    </div>
  );
}

/** What is off in the settings' files; only the owner is told. */
export function FileProblems({ listed: { problems } }: { listed: Listed }) {
  const { settings: said, details } = words.value;
  if (problems.length === 0) return null;
  return (
    <div class="problem" role="alert">
      <p>{said.problemsTitle}</p>
      <ul>
        {problems.map(({ kind, path, name, message }) => (
          <li key={`${path}${name}`}>
            {said.problems[kind](name ?? "")}
            <details>
              <summary>{details}</summary>
              <p lang="en">
                {path}: {message}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

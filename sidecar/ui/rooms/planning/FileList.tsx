import { words } from "../../state/look.js";
import type { Examined } from "../../state/plan.js";

const SHORT = 8;

/** The files that come out of the run, those that are removed again struck through. */
export function FileList({ files, perEpoch }: { files: Examined["files"]; perEpoch: number }) {
  const { plan: said, jobs } = words.value;
  const staying = files.filter(({ removedAt }) => removedAt === null).length;
  if (files.length === 0) return <p class="amber">{said.noFiles}</p>;
  return (
    <details class="plan-files" open={files.length <= SHORT}>
      <summary>{said.files(staying, files.length - staying)}</summary>
      <table class="figures">
        <tbody>
          {files.map(({ name, step, removedAt, bytes }) => (
            <tr key={name}>
              <th scope="row" class={removedAt === null ? "" : "muted struck"}>
                {name}
              </th>
              <td>{said.fileAt(step, Math.ceil(step / Math.max(1, perEpoch)))}</td>
              <td class="muted">
                {removedAt === null ? bytes !== null && jobs.size(bytes) : said.removedAt(removedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { language, words } from "../../state/look.js";
import { reportAddress } from "../../state/report-address.js";

type Made = Methods["project/report"]["result"];
type Asked = Pick<Methods["project/report"]["params"], "id" | "folder">;

/** Where the report lies, to be looked at or kept under a name that says whose it is. */
function Links({ made: { file, bytes }, name }: { made: Made; name: string }) {
  const { report: said } = words.value;
  if (file === null) return null;
  return (
    <span class="report-links">
      <a href={reportAddress(file)} target="_blank" rel="noreferrer">
        {said.open}
      </a>{" "}
      <a href={reportAddress(file)} download={`${name}-report.html`}>
        {said.save}
      </a>{" "}
      <small class="muted figures">{said.size(bytes)}</small>
    </span>
  );
}

/** Makes the report of a project, named by its number or its folder, then leads to it. */
export function ReportButton({ project, name }: { project: Asked; name: string }) {
  const { report: said } = words.value;
  const [made, setMade] = useState<Made | null>(null);
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const make = async (): Promise<void> => {
    setMaking(true);
    setError(null);
    try {
      setMade(await call("project/report", { ...project, language: language.value }));
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure;
      setError(failure);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div class="report-button">
      <button type="button" class="small" title={said.note} disabled={making} onClick={() => void make()}>
        {making ? said.making : made ? said.again : said.make}
      </button>{" "}
      <span aria-live="polite">{made && !making && <Links made={made} name={name} />}</span>
      {error && <Problem error={error} />}
    </div>
  );
}

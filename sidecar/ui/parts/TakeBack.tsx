import { useState } from "preact/hooks";
import { call, RequestError } from "../rpc.js";
import { words } from "../state/look.js";
import { refreshCards } from "../webui/refresh-cards.js";
import { Problem } from "./Problem.js";

/** Takes a LoRA file from among the WebUI's again, with its text and picture. */
export function TakeBack({ name, path }: { name: string; path: string }) {
  const { send: said } = words.value;
  const [taken, setTaken] = useState<{ kept: string[] } | null>(null);
  const [problem, setProblem] = useState<RequestError | null>(null);
  const takeBack = async (): Promise<void> => {
    try {
      const folder = path.slice(0, -`/${name}.safetensors`.length);
      setTaken(await call("training/unpublish", { name, folder }));
      setProblem(null);
      refreshCards();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setProblem(error);
    }
  };
  if (taken)
    return (
      <p role="status" class={taken.kept.length > 0 ? "amber" : "muted"}>
        {taken.kept.length > 0 ? said.keptYours(taken.kept.join(", ")) : said.takenBack(name)}
      </p>
    );
  return (
    <>
      <button type="button" class="small" onClick={() => void takeBack()}>
        {said.takeBack}
      </button>
      {problem && <Problem error={problem} />}
    </>
  );
}

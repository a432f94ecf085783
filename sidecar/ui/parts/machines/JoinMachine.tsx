import { CopyButton } from "../../rooms/training/CopyButton.js";
import { words } from "../../state/look.js";
import type { Engine } from "../../state/machines.js";

const usualName = "atelier";
const local = /^(127\.|localhost$|\[?::1)/;

/** True for an address that other machines do not reach. */
export const isLocal = (address: string): boolean => URL.canParse(address) && local.test(new URL(address).hostname);

function Command({ text, name }: { text: string; name: string }) {
  return (
    <div class="machine-command">
      <code>{text}</code>
      <CopyButton text={text} label={words.value.machines.copy} name={name} />
    </div>
  );
}

/** How another machine joins. The token is told by the command only: no page can read it. */
export function JoinMachine({ engine: { server, name } }: { engine: Engine }) {
  const { machines: said } = words.value;
  const shown = isLocal(server) ? server.replace(/\/\/[^:/]*/, "//HOST") : server;
  const engine = name === null || name === usualName ? shown : `${shown}?name=${name}`;
  return (
    <details class="machine-join">
      <summary>{said.join}</summary>
      <p>{said.joinSteps}</p>
      <Command text={`npm start -- worker --engine "${engine}"`} name={said.copyCommand} />
      <p>{said.token}</p>
      <Command text="npm start -- machines token" name={said.copyToken} />
      <p class="muted">{said.password}</p>
    </details>
  );
}

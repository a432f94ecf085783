import { sentenceOf } from "../../../words/sentence.js";
import { words } from "../../state/look.js";
import { giveOrder, type Machine, type MachineOrder } from "../../state/machines.js";

// Less is no part of a megabyte that would be shown.
const SHOWN_BYTES = 50_000;

const toneOf = ({ isHere, trouble, order, doing }: Machine): string => {
  if (!isHere || trouble !== null) return "broken";
  if (order !== "run") return "look";
  return doing.length > 0 ? "running" : "good";
};

function stateOf({ isHere, silentSeconds, order, doing, yieldsTo }: Machine): string {
  const { machines: said, sentence } = words.value;
  if (!isHere) return said.silent(silentSeconds);
  const ordered = { run: "", pause: said.rests, drain: said.drains, remove: said.ends }[order];
  if (ordered !== "") return ordered;
  if (yieldsTo !== null) return said.yields(yieldsTo);
  const works = doing.map(({ text, said: parts }) => {
    const known = sentenceOf(parts);
    return known ? sentence(known) : text;
  });
  return works.join(" · ") || said.waits;
}

/** What can be asked of it now. */
function ordersFor({ isHere, order }: Machine): { order: MachineOrder; label: string }[] {
  const { machines: said } = words.value;
  if (!isHere) return [{ order: "remove", label: said.forget }];
  if (order === "remove") return [];
  return [
    order === "run" ? { order: "pause", label: said.pause } : { order: "run", label: said.resume },
    ...(order === "drain" ? [] : [{ order: "drain", label: said.drain } as const]),
    { order: "remove", label: said.remove },
  ];
}

function Facts({ machine }: { machine: Machine }) {
  const { machines: said, jobs } = words.value;
  const { host, card, webui, version, load, processors, threads, done, itemsPerSecond, fetched, isHere, yieldsTo } =
    machine;
  const rate = isHere && itemsPerSecond ? said.rate(itemsPerSecond) : null;
  const facts = [
    host,
    card ?? said.noCard,
    webui,
    said.load(load, processors),
    threads === null || yieldsTo !== null ? null : said.threads(threads, processors),
    said.done(done),
    rate,
    fetched >= SHOWN_BYTES ? said.fetched(jobs.size(fetched)) : null,
    said.version(version),
  ];
  return <p class="muted figures machine-facts">{facts.filter((fact) => fact !== null).join(" · ")}</p>;
}

/** One machine: what it is, what it does, and what can be asked of it. */
export function MachineRow({ machine }: { machine: Machine }) {
  const { machines: said, sentence } = words.value;
  const { id, roles, trouble } = machine;
  const known = sentenceOf(machine.said);
  return (
    <li class="machine" data-machine={id}>
      <div class="machine-what">
        <h3>
          <span class={`dot ${toneOf(machine)}`} aria-hidden="true" /> {id}
        </h3>
        <p>{stateOf(machine)}</p>
      </div>
      <p class="machine-roles">{roles.map((role) => said.roles[role]).join(", ")}</p>
      <div class="machine-orders">
        {ordersFor(machine).map(({ order, label }) => (
          <button
            type="button"
            class="small"
            key={order}
            aria-label={said.orderNamed(label, id)}
            onClick={() => void giveOrder(id, order)}
          >
            {label}
          </button>
        ))}
      </div>
      <Facts machine={machine} />
      {trouble !== null && <p class="red machine-facts">{known ? sentence(known) : trouble}</p>}
    </li>
  );
}

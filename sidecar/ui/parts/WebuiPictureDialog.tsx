import { RequestError } from "../rpc.js";
import { folder } from "../state/address.js";
import { scan } from "../state/dataset.js";
import { words } from "../state/look.js";
import { addIt, sweepIt, tagIt, type WebuiPicture, webuiPicture } from "../state/webui-picture.js";
import { Dialog } from "./Dialog.js";
import { DialogEnd } from "./DialogEnd.js";
import { Problem } from "./Problem.js";

function Settings({ answer }: { answer: WebuiPicture["answer"] }) {
  const { send: said } = words.value;
  if (answer === null) return <p class="muted">{said.reading}</p>;
  if (answer instanceof RequestError) return <Problem error={answer} />;
  if (answer.infotext === null) return <p class="muted">{said.noSettings}</p>;
  const { loras, checkpoint } = answer.unknown;
  return (
    <>
      <pre class="sweep-infotext">{answer.infotext}</pre>
      {loras.length > 0 && <p class="amber">{said.unknownLoras(loras.join(", "))}</p>}
      {checkpoint !== null && <p class="amber">{said.unknownCheckpoint(checkpoint)}</p>}
    </>
  );
}

function Ways({ picture }: { picture: WebuiPicture }) {
  const { send: said } = words.value;
  const { answer } = picture;
  const found = answer === null || answer instanceof RequestError || answer.infotext === null ? null : answer;
  const name = folder.value?.split(/[\\/]/).at(-1) ?? "";
  const isOpen = scan.value !== null;
  return (
    <div class="train-buttons">
      <button
        type="button"
        class="primary"
        disabled={found === null}
        onClick={() => {
          if (found) sweepIt(found);
        }}
      >
        {said.sweep}
      </button>
      <button type="button" onClick={() => tagIt(picture)}>
        {said.tag}
      </button>
      {isOpen ? (
        <button type="button" onClick={() => addIt(picture)}>
          {said.add(name)}
        </button>
      ) : (
        <small class="muted">{said.noFolder}</small>
      )}
    </div>
  );
}

function Inside() {
  const { send: said } = words.value;
  const picture = webuiPicture.value;
  if (picture === "none") return <p>{said.noneShown}</p>;
  if (picture instanceof RequestError) return <Problem error={picture} />;
  if (picture === null) return <p class="muted">{said.reading}</p>;
  return (
    <>
      <img class="preview" src={picture.address} alt={picture.file.name} />
      <Settings answer={picture.answer} />
      <Ways picture={picture} />
    </>
  );
}

/** A picture that was sent from the WebUI, and what can be done with it. */
export function WebuiPictureDialog() {
  const { send: said } = words.value;
  return (
    <Dialog name="webuiPicture" title={said.fromWebui}>
      <h2>{said.fromWebui}</h2>
      <Inside />
      <DialogEnd close={said.close} />
    </Dialog>
  );
}

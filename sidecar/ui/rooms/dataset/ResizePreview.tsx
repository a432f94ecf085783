import { MarkableCut } from "../../parts/MarkableCut.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { type FramedPicture, previewResize, resizeForm } from "../../state/resize.js";

const SHOWN = 24;

/** A picture with what is cut away darkened. */
function Framed({ image }: { image: FramedPicture }) {
  const { resize } = words.value;
  const picture = pictures.value.find(({ path }) => path === image.path);
  if (!picture) return null;
  const sentence = resize.row(image.before, image.size, image.lost);
  return (
    <MarkableCut
      picture={picture}
      size={image.before}
      keep={image.keep}
      label={sentence}
      orientation={1}
      subject={image.subject ?? null}
      onMarked={() => void previewResize()}
    >
      <small>{picture.name}</small>
      <small class="muted">{sentence}</small>
    </MarkableCut>
  );
}

/** What stays of the pictures, those first that lose most. */
export function ResizePreview({ images }: { images: FramedPicture[] }) {
  const { resize } = words.value;
  const most = [...images].sort((one, other) => other.lost - one.lost);
  const enlarged = images.filter((image) => image.enlarged).length;
  const same = images.filter(({ before, size }) => before.join() === size.join()).length;
  return (
    <section aria-label={resize.preview}>
      <h3>{resize.preview}</h3>
      {same > 0 && <p class="muted">{resize.unchanged(same)}</p>}
      {enlarged > 0 && resizeForm.value.upscaler === null && <p class="amber">{resize.enlarged(enlarged)}</p>}
      {images.some(({ bordersKnown }) => !bordersKnown) && <p class="muted">{resize.bordersUnknown}</p>}
      <ul class="cuts">
        {most.slice(0, SHOWN).map((image) => (
          <Framed key={image.path} image={image} />
        ))}
      </ul>
    </section>
  );
}

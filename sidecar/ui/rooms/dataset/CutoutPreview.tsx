import { Compare } from "../../parts/Compare.js";
import { pictureAddress } from "../../rpc.js";
import { lookedAt, preview, previewed, previewing, redoing } from "../../state/cutout.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";

const MOST_CHOICES = 500;

/** One picture before and after, as the settings are just now. */
export function CutoutPreview() {
  const { cutout } = words.value;
  const picture = previewed.value;
  const made = preview.value;
  if (picture === null) return null;
  return (
    <div class="cutout-preview">
      {redoing.value === null && pictures.value.length > 1 && (
        <label>
          {cutout.previewOf}
          <select value={picture.path} onChange={({ currentTarget }) => (lookedAt.value = currentTarget.value)}>
            {pictures.value.slice(0, MOST_CHOICES).map(({ path, name }) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {made?.path === picture.path ? (
        <Compare
          before={{ address: pictureAddress("image", picture), label: cutout.before }}
          after={{ address: `files/cutout-preview?key=${made.key}`, label: cutout.after }}
          label={cutout.slider(picture.name)}
        />
      ) : (
        <img class="compare-alone" src={pictureAddress("thumbnail", picture, 1024)} alt={picture.name} />
      )}
      <small class="muted" role="status">
        {previewing.value ? cutout.making : made ? cutout.doubt(Math.round(made.doubt * 100)) : ""}
      </small>
    </div>
  );
}

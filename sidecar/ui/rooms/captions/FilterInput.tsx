import { useRef } from "preact/hooks";
import { completeFilter } from "../../../captions/filter/complete.js";
import { Completion } from "../../parts/Completion.js";
import { filter } from "../../state/address.js";
import { captionStatistics } from "../../state/captions.js";
import { words } from "../../state/look.js";

/** The filter's field, with what could stand at the cursor. */
export function FilterInput() {
  const { editor } = words.value;
  const field = useRef<HTMLInputElement>(null);
  const options = (text: string, cursor: number) => {
    const known = captionStatistics.value;
    const {
      from,
      to,
      options: found,
    } = completeFilter(text, cursor, {
      tags: known?.tags ?? [],
      folders: (known?.folders ?? []).map(({ folder }) => folder).filter(Boolean),
    });
    return Promise.resolve(
      found.map(({ text: option, detail }) => ({
        text: option,
        detail,
        whole: text.slice(0, from) + option + text.slice(to),
        cursor: from + option.length,
      })),
    );
  };
  return (
    <Completion
      field={field}
      id="caption-filter"
      class="filter-input"
      label={editor.filter}
      placeholder={editor.filterExample}
      value={filter.value}
      onInput={(value) => (filter.value = value)}
      onAccept={(value) => (filter.value = value)}
      options={options}
    />
  );
}

import { useId } from "preact/hooks";

interface TextBoxesOptions {
  texts: readonly string[];
  label(index: number): string;
  removeLabel(index: number): string;
  addLabel: string;
  /** Where it says what is sent; null for nothing. */
  below?(index: number): string | null;
  belowLabel?: string;
  onChange(texts: string[]): void;
}

/** One box for each of several texts; the last one stays. */
export function TextBoxes({ texts, label, removeLabel, addLabel, below, belowLabel, onChange }: TextBoxesOptions) {
  const id = useId();
  return (
    <>
      <ol class="sweep-texts">
        {texts.map((text, index) => {
          const told = below?.(index) ?? null;
          return (
            // Texts have no name but their place.
            <li key={`${id} ${index}`}>
              <div class="train-head">
                <label for={`${id}-${index}`}>{label(index)}</label>
                {texts.length > 1 && (
                  <button
                    type="button"
                    class="small quiet"
                    aria-label={removeLabel(index)}
                    onClick={() => onChange(texts.filter((_, at) => at !== index))}
                  >
                    ×
                  </button>
                )}
              </div>
              <textarea
                id={`${id}-${index}`}
                rows={2}
                value={text}
                spellcheck={false}
                onInput={({ currentTarget }) =>
                  onChange(texts.map((one, at) => (at === index ? currentTarget.value : one)))
                }
              />
              {told !== null && (
                <small class="muted sweep-sent">
                  {belowLabel} <code>{told}</code>
                </small>
              )}
            </li>
          );
        })}
      </ol>
      <p class="train-buttons">
        <button type="button" class="small" onClick={() => onChange([...texts, texts.at(-1) ?? ""])}>
          {addLabel}
        </button>
      </p>
    </>
  );
}

import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";

export interface CompletionOption {
  text: string;
  detail: string;
  /** The field's whole text with this option in it, and where the cursor then stands. */
  whole: string;
  cursor: number;
}

interface CompletionField {
  field?: RefObject<HTMLInputElement | null>;
  id: string;
  class?: string;
  label: string;
  placeholder?: string;
  value: string;
  onInput(value: string): void;
  /** Enter without an option chosen. */
  onAccept(value: string): void;
  /** An empty list closes it. */
  options(text: string, cursor: number): Promise<CompletionOption[]>;
  onKeyDown?(event: KeyboardEvent): void;
}

/** A text field with a list of what could be written; the down arrow opens it, arrows choose, Tab or Enter takes, Escape closes. */
export function Completion({ field, id, label, placeholder, value, onInput, onAccept, ...rest }: CompletionField) {
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  const [options, setOptions] = useState<CompletionOption[]>([]);
  const [chosen, setChosen] = useState(-1);
  const asked = useRef(0);

  const close = (): void => {
    asked.current += 1;
    setOptions([]);
    setChosen(-1);
  };
  const ask = async (text: string, cursor: number): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const found = await rest.options(text, cursor).catch(() => []);
    if (mine !== asked.current) return;
    setOptions(found);
    setChosen(-1);
  };
  const take = (option: CompletionOption): void => {
    onInput(option.whole);
    close();
    input.current?.focus();
    requestAnimationFrame(() => input.current?.setSelectionRange(option.cursor, option.cursor));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    rest.onKeyDown?.(event);
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.defaultPrevented) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[chosen] ?? (event.key === "Tab" ? options[0] : undefined);
    if (step === 1 && options.length === 0) {
      const { value: text, selectionStart } = input.current ?? { value, selectionStart: null };
      void ask(text, selectionStart ?? text.length);
    } else if (step && options.length > 0) setChosen((chosen + step + options.length + 1) % (options.length + 1));
    else if ((event.key === "Enter" || event.key === "Tab") && option) take(option);
    else if (event.key === "Enter") {
      close();
      onAccept(event.currentTarget instanceof HTMLInputElement ? event.currentTarget.value : value);
    } else if (event.key === "Escape" && options.length > 0) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const list = `${id}-options`;
  return (
    <div class={`completion ${rest.class ?? ""}`}>
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 && chosen < options.length ? `${list}-${chosen}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
          void ask(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div role="listbox" id={list} aria-label={label} class="options" hidden={options.length === 0}>
        {options.map((option, index) => (
          <div
            key={option.text}
            role="option"
            id={`${list}-${index}`}
            aria-selected={index === chosen}
            class={index === chosen ? "option chosen" : "option"}
            tabIndex={-1}
            onMouseDown={(event) => {
              // The field keeps the focus.
              event.preventDefault();
              take(option);
            }}
          >
            <span>{option.text}</span> <span class="muted">{option.detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

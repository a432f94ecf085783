import { useEffect, useState } from "preact/hooks";
import { words } from "../../state/look.js";

const TOLD_MS = 2000;

/** Puts a text into the clipboard and says so for a moment. */
export function CopyButton({ text, label, name }: { text: string; label: string; name?: string }) {
  const { training: said } = words.value;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), TOLD_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void =>
    // An address that is not secure has no clipboard; then the text is there to be selected.
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <span class="train-copy">
      <button
        type="button"
        class="small"
        {...(name === undefined || copied ? {} : { "aria-label": name })}
        onClick={copy}
      >
        {copied ? said.copied : label}
      </button>
      <span class="unseen" role="status">
        {copied && said.copied}
      </span>
    </span>
  );
}

() => {
  // Shows our tab, then tells its page where to look: only its address changes, so that it stays loaded. A tab that was
  // never shown has no page yet, and begins there.
  const root = typeof gradioApp === "function" ? gradioApp() : document;
  const frame = root.querySelector("#tab_lora_atelier iframe");
  const tabs = [...root.querySelectorAll("#tabs > .tab-nav > button, #tabs > div:first-child button")];
  tabs.find((tab) => tab.textContent.trim() === "LoRA Atelier")?.click();
  if (frame) {
    const { location } = frame.contentWindow;
    const address = new URL(location.host ? location.href : frame.src);
    const hash = new URLSearchParams(address.hash.slice(1));
    hash.set("from", "PLACE");
    address.hash = String(hash);
    frame.src = address.href;
  }
  return [];
}

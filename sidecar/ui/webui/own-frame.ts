/** The frame of our page in a WebUI. */
export interface OwnFrame {
  view: Window & typeof globalThis;
  /** The frame that shows our page. */
  frame: HTMLElement;
  /** Where the WebUI's elements are: its document, or a shadow root in older gradio. */
  root: Document | ShadowRoot;
}

function lookAround(): OwnFrame | null {
  try {
    const frame = window.frameElement;
    const view = frame?.ownerDocument.defaultView;
    // Each window has classes of its own.
    if (!view || !(frame instanceof view.HTMLElement)) return null;
    const root = frame.getRootNode();
    return { view, frame, root: root instanceof view.ShadowRoot ? root : view.document };
  } catch {
    // A page of another origin.
    return null;
  }
}

/** Null on a page of its own, and in a frame of another origin. */
export const ownFrame: OwnFrame | null = lookAround();

/** The grid of pictures. */
export function SweepViewer() {
  return <div class="sweep-viewer" />;
}

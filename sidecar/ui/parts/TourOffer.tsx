import { words } from "../state/look.js";
import { beginTour, declineTour, tourIsOffered } from "../state/tour.js";

/** For somebody new, on the front page; never again once it was seen or declined. */
export function TourOffer() {
  const { tour } = words.value;
  if (!tourIsOffered.value) return null;
  return (
    <aside class="tour-offer" aria-label={tour.title}>
      <p>
        <strong>{tour.offerTitle}</strong> {tour.offer}
      </p>
      <button type="button" onClick={beginTour}>
        {tour.begin}
      </button>
      <button type="button" class="quiet" onClick={declineTour}>
        {tour.decline}
      </button>
    </aside>
  );
}

/** Where the tour stops, in its order. What each points at carries the name in `data-tour`. */
export const tourStopNames = ["rehearse", "folder", "rooms", "jobs", "health", "settings", "find"] as const;
export type TourStopName = (typeof tourStopNames)[number];

/** Pixels above which Pillow refuses a picture as a decompression bomb: the reference tagger sees no larger one. */
export const MAX_PIXELS = 178_956_970;

/** The longest side a JPEG can have; a header that claims more is damaged or hostile. */
export const MAX_SIDE = 65_535;

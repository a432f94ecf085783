/**
 * Signs, letters and digits of a Japanese keyboard's full-width mode (U+FF01–U+FF5E, U+3000, 、) as the plain ones they
 * mean. The text's length stays.
 */
export const plainSigns = (text: string): string =>
  text.replaceAll(/[！-～　、]/g, (sign) => {
    if (sign === "　") return " ";
    return sign === "、" ? "," : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });

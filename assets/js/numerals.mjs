/* Numbers as they are written on the page. */

export const NOTHING = "–";

const MOST_WHOLE_DIGITS = 7;

/**
 * A number to so many digits. One with more places before its point than it has digits, and more than seven, is
 * written with a power of ten: the noughts would say what is not known, and need more room than there is.
 * @param {number} value
 * @param {number} digits
 */
export function numberText(value, digits) {
  if (!Number.isFinite(value)) return NOTHING;
  const rounded = Number(value.toPrecision(digits));
  const isLong = Math.abs(rounded) >= 10 ** Math.max(digits, MOST_WHOLE_DIGITS);
  return (isLong ? rounded.toExponential() : rounded.toString()).replaceAll("-", "−");
}

/* A file made in the browser goes to the person's downloads. */

import { element } from "../dom.mjs";

const SETTLED = 10000; // ms after which a download has surely begun

/**
 * @param {string} name
 * @param {BlobPart[]} parts
 * @param {string} type
 */
export function save(name, parts, type) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), SETTLED);
}

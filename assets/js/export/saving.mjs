/* A file made in the browser goes to the person's downloads. */

const SETTLED = 10000; // ms after which a download has surely begun

export function save(name, parts, type) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SETTLED);
}

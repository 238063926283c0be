/* Modules of ours as parts of a file: each is an address that holds its text, and an import map leads to them. */

const IMPORTED = /^(import\b[^"]*)"(\.[^"]+)";$/gm;

/**
 * The texts of a module and of all that it imports, by their addresses without versions.
 * @param {string} entry
 * @param {Map<string, string>} [found]
 */
async function textsFrom(entry, found = new Map()) {
  if (found.has(entry)) return found;
  found.set(entry, "");
  const answer = await fetch(import.meta.resolve(entry));
  if (!answer.ok) throw new Error(String(answer.status));
  const text = await answer.text();
  found.set(entry, text);
  for (const [, , name] of text.matchAll(IMPORTED)) await textsFrom(new URL(name, entry).href, found);
  return found;
}

/** A name that says nothing of the server. @param {string} address */
const nameOf = (address) => `nnviz${new URL(address).pathname.split("/assets").pop()}`;

/**
 * Script elements that run a module, named from here, in a file by itself.
 * @param {string} path
 */
export async function scriptsOf(path) {
  const entry = new URL(path, import.meta.url).href;
  const texts = await textsFrom(entry);
  const imports = [...texts].map(([address, text]) => {
    const renamed = text.replace(IMPORTED, (_, before, name) => `${before}"${nameOf(new URL(name, address).href)}";`);
    return [nameOf(address), `data:text/javascript;charset=utf-8,${encodeURIComponent(renamed)}`];
  });
  return [
    `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(imports) })}</script>\n`,
    `<script type="module">import "${nameOf(entry)}";</script>\n`,
  ];
}

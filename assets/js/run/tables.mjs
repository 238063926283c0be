/* Tables whose last columns the run fills with texts. */

/* Fill the live cells of a table with the texts of a frame; the mark that begins a text decides its colour. */
export function showTables(page, frames, index) {
  for (const [name, arrays] of Object.entries(page.tables)) {
    const table = document.getElementById(`${page.lesson}-${name}`);
    if (!table) continue;
    for (const array of arrays) {
      const texts = frames.has(array) ? frames.now(array, index) : [];
      table.querySelectorAll(`[data-live="${array}"]`).forEach((cell, row) => {
        const text = texts[row] || "";
        if (cell.textContent === text) return;
        cell.textContent = text;
        cell.dataset.mark = text.slice(0, 1);
      });
    }
  }
}

/* The numbers and texts of the current frame. */

import { session } from "../session.mjs";
import { fittingText, readoutText } from "./readout_text.mjs";

session.on("frame", () => {
  const { lesson, readouts } = session.page;
  const { frames, index } = session.run;
  for (const [name, readout] of Object.entries(readouts)) {
    const place = document.getElementById(`${lesson}-${name}`);
    if (!place) continue;
    place.textContent = fittingText(readout, frames, index);
    if (readout.all_digits > readout.digits)
      place.title = readoutText({ ...readout, digits: readout.all_digits }, frames, index);
  }
});

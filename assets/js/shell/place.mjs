/* Where one is: the title of the lesson in the bar, its section, the lessons before and after it, and its mark in the list; and which
   parts of the bar the link to it leaves out. */

import { all, byId } from "../dom.mjs";
import { session } from "../session.mjs";

/** @returns {HTMLAnchorElement[]} */
const lessons = () => all(".lessons li a");

/**
 * A link beside the title, with the lesson that it leads to in words.
 * @param {string} id
 * @param {HTMLAnchorElement | undefined} lesson
 */
function leadTo(id, lesson) {
  const link = byId(id, HTMLAnchorElement);
  link.hidden = !lesson;
  if (!lesson) return;
  link.href = lesson.href;
  link.title = `${link.dataset.name}: ${lesson.textContent}`;
  link.setAttribute("aria-label", link.title);
}

session.on("page", () => {
  document.documentElement.dataset.hides = byId(`${session.page.lesson}--page`).dataset.hides;
  const all = lessons();
  const place = all.findIndex(({ pathname }) => pathname.endsWith(`/${session.page.lesson}`));
  for (const lesson of all) lesson.removeAttribute("aria-current");
  all[place]?.setAttribute("aria-current", "page");
  byId("place-section").textContent = all[place]?.closest("section")?.querySelector("h2")?.textContent ?? "";
  byId("place-title").textContent = all[place]?.textContent ?? "";
  leadTo("lesson-before", all[place - 1]);
  leadTo("lesson-after", all[place + 1]);
});

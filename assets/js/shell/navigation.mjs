/* Links of the bar change the page without loading the document again, as Dash's own links do. */

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }) => button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

document.addEventListener("click", (event) => {
  const link = event.target.closest(".bar a");
  const canChange = link && isPlain(event) && document.getElementById("_pages_content");
  if (!canChange) return; // the browser loads the page
  event.preventDefault();
  window.history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate")); // Dash's router listens to it
  window.scrollTo(0, 0);
});

import * as m from "#generated/paraglide/messages.js";

const GAP = 8;

/**
 * Shows what `link` leads to on a card beside it, without leaving the line. The browser's own popover: Escape or a press elsewhere
 * closes it, and the focus goes back to the link. Nothing on the page moves.
 */
export function peek(link: HTMLAnchorElement, place: HTMLElement): void {
  const card = document.createElement("div");
  card.popover = "auto";
  card.className = "peek";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", place.dataset.peekName ?? link.textContent ?? "");
  const words = document.createElement("div");
  words.className = "peek-words";
  for (const part of place.querySelectorAll("[data-peek]")) {
    const copy = part.cloneNode(true) as HTMLElement;
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    words.append(copy);
  }
  words.lang = place.closest<HTMLElement>("[lang]")?.lang ?? "";
  const onward = document.createElement("p");
  onward.className = "peek-onward";
  const toList = document.createElement("a");
  toList.href = link.hash;
  toList.textContent = m.catalogue_peek_to_list();
  const close = document.createElement("button");
  close.type = "button";
  close.className = "linklike";
  close.textContent = m.catalogue_peek_close();
  onward.append(toList, close);
  card.append(words, onward);
  document.body.append(card);
  close.addEventListener("click", () => {
    card.hidePopover();
    link.focus({ preventScroll: true });
  });
  words.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href^='#']")) card.hidePopover();
  });
  // Closed first, so that the focus is back at the link before the browser moves it to the list.
  toList.addEventListener("click", () => card.hidePopover());
  card.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed") card.remove();
  });
  // Not every browser moves the focus to a link that is pressed; the card gives it back to who had it when it opened.
  link.focus({ preventScroll: true });
  // With its source the browser knows that the card follows the link in the order of the Tab key.
  (card.showPopover as (options: { source: HTMLElement }) => void).call(card, { source: link });
  putBeside(card, link);
  card.focus({ preventScroll: true });
}

/** Under the link, or above it where there is no room; on a phone the style sheet lays it along the bottom. */
function putBeside(card: HTMLElement, link: HTMLElement): void {
  if (getComputedStyle(card).position === "fixed") return;
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - card.offsetWidth - GAP;
  const above = at.bottom + GAP + card.offsetHeight > window.innerHeight && at.top > card.offsetHeight + GAP;
  card.style.left = `${Math.max(GAP, Math.min(at.left, room)) + window.scrollX}px`;
  card.style.top = `${(above ? at.top - card.offsetHeight - GAP : at.bottom + GAP) + window.scrollY}px`;
}

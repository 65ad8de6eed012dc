import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { announce } from "./announce.tsx";

/**
 * A browser that loads a page starts at its top and says its title. Where only the content is exchanged, this does so: the focus goes
 * to the content, or to the part that the address names, and the title is said. It stands before the content: what that does of its
 * own when it comes (an error summary takes the focus, a message is said) happens after this, and wins.
 */
export function Arrival() {
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the same page is no arrival
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    startAt(document.getElementById(decodeURIComponent(hash.slice(1))) ?? document.getElementById("main"));
    announce(document.title);
  }, [pathname]);
  return null;
}

/** Focus without scrolling: where the page stands is for the router's scroll restoration to say. */
function startAt(place: HTMLElement | null): void {
  place?.focus({ preventScroll: true });
  if (!place || document.activeElement === place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

import { useEffect } from "react";

const REGION = "announcements";
/** An empty region that is filled in the same breath is not read out. */
const BREATH = 150;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** The one polite live region of a page; it stands in the frame, so that it is there before anything is said in it. */
export function LiveRegion() {
  return <p id={REGION} role="status" className="visually-hidden" />;
}

/** Says `words` once to who listens to the page. What is seen must say the same. */
export function announce(words: string): void {
  const region = document.getElementById(REGION);
  if (!region) return;
  clearTimeout(waiting);
  region.textContent = "";
  waiting = setTimeout(() => {
    region.textContent = words;
  }, BREATH);
}

/** Says `words` when they come or change, and nothing for null. */
export function useAnnounce(words: string | null): void {
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
}

import { useEffect, useRef, useState } from "react";
import { tell } from "./background.ts";
import { lessonVerbs } from "./learn-paths.ts";

/** A step counts as where the reader is after this long in view. */
const SETTLED = 3000;
const MINUTE = 60_000;
/** Without a sign of life for this long, the page is open but nobody reads. */
const IDLE = 120_000;
const signs = ["scroll", "pointermove", "keydown", "touchstart"] as const;

/**
 * Keeps the resume point and the minutes of visible reading while someone reads. Give the returned ref to the element that
 * holds the `data-step` sections; `here` is the step in view. Without JavaScript the reader still resumes at the lesson.
 */
export function useReading<Holder extends HTMLElement>(slug: string, lessonId: string) {
  const article = useRef<Holder>(null);
  const [here, setHere] = useState<string | null>(null);

  useEffect(() => {
    const inView = new Set<Element>();
    const steps = [...(article.current?.querySelectorAll("[data-step]") ?? [])];
    let kept = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stepInView = () => steps.findLast((element) => inView.has(element))?.getAttribute("data-step") ?? null;
    const settle = () => {
      const step = stepInView();
      if (!step || step === kept || document.visibilityState !== "visible") return;
      // At the top of a fresh page the reader may be about to press "go on": that must not overwrite where they were.
      if (kept === "" && step === steps[0]?.getAttribute("data-step") && window.scrollY < 200) return;
      kept = step;
      tell(lessonVerbs.step(slug, lessonId), { step });
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) entry.isIntersecting ? inView.add(entry.target) : inView.delete(entry.target);
        // Between two steps, or above the first, the last one known stays.
        setHere((known) => stepInView() ?? known);
        clearTimeout(timer);
        timer = setTimeout(settle, SETTLED);
      },
      // A step counts once its beginning has passed the middle of the window.
      { rootMargin: "0px 0px -50% 0px" },
    );
    for (const step of steps) observer.observe(step);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [slug, lessonId]);

  useEffect(() => {
    let lastSign = Date.now();
    const alive = () => {
      lastSign = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true });
    const beat = setInterval(() => {
      if (document.visibilityState !== "visible" || Date.now() - lastSign > IDLE) return;
      tell(lessonVerbs.active(slug, lessonId), { seconds: "60" });
    }, MINUTE);
    return () => {
      clearInterval(beat);
      for (const sign of signs) window.removeEventListener(sign, alive);
    };
  }, [slug, lessonId]);

  return { article, here };
}

import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

const SOON_MS = 3000;
const LATER_MS = 30_000;
const LOOKS = { soon: 10, later: 20 };

/**
 * Looks again a few times while somebody else has the last word: `soon` for our own job or a bank app, `later` for a bank that
 * takes days. Then it rests; the link on the page does the same, and does it without JavaScript.
 */
export function useLookAgain(pace: "soon" | "later" | null): void {
  const { revalidate, state } = useRevalidator();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (!pace || looks >= LOOKS[pace] || state !== "idle") return;
    const timer = setTimeout(
      () => {
        setLooks(looks + 1);
        revalidate();
      },
      pace === "soon" ? SOON_MS : LATER_MS,
    );
    return () => clearTimeout(timer);
  }, [pace, looks, state, revalidate]);
}

import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { overwriteGetLocale } from "#generated/paraglide/runtime.js";

overwriteGetLocale(() => (document.documentElement.lang === "en" ? "en" : "nl"));

/**
 * Waits until Remix has decoded the page's data. It starts on that when its component first runs and throws the promise of it.
 * Thrown inside hydration that promise would suspend React's root, and a key pressed just then makes React finish the root at
 * once, which it cannot: error 345 ("Root did not complete"). So the first run is here, where nothing can be pressed yet.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}

await pageData();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

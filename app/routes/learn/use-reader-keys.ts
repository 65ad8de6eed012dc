import { type ComponentType, useEffect, useState } from "react";

type Keys = ComponentType<{ nextLesson: string | null }>;

/** The reader's single keys with their help sheet; fetched only by who has switched them on. Null until then. */
export function useReaderKeys(on: boolean): Keys | null {
  const [keys, setKeys] = useState<Keys | null>(null);
  useEffect(() => {
    let wanted = on;
    if (on) {
      import("./reader-keys.tsx").then(
        ({ ReaderKeys }) => wanted && setKeys(() => ReaderKeys),
        // No line: the keys do nothing, the page does everything.
        () => {},
      );
    } else setKeys(null);
    return () => {
      wanted = false;
    };
  }, [on]);
  return keys;
}

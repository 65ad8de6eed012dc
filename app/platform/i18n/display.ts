/** How a visitor wants this site shown on this device. Kept in a cookie; nobody's profile. */
export interface Display {
  /** null: as the device is set */
  theme: "light" | "dark" | null;
  /** of lesson text; null: normal */
  textSize: "small" | "large" | "largest" | null;
  /** single keys in the reader; off until switched on (WCAG 2.1.4) */
  shortcuts: boolean;
}

export const THEMES = ["system", "light", "dark"] as const;
export const TEXT_SIZES = ["small", "normal", "large", "largest"] as const;

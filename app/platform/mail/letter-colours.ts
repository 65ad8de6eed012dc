/**
 * The site's paper and ink by day and by lamplight, written out: mail programs know no custom properties. The letter's own test
 * holds them against app/ui/styles/tokens.css.
 */
export const colours = {
  paper: { light: "#faf6ee", dark: "#1a1713" },
  sheet: { light: "#fffdf8", dark: "#231f1a" },
  sunk: { light: "#f3ecdf", dark: "#14110e" },
  ink: { light: "#241f18", dark: "#ece5d8" },
  "ink-soft": { light: "#5b5246", dark: "#b9ae9d" },
  line: { light: "#ddd2c0", dark: "#453d33" },
  accent: { light: "#235149", dark: "#8cc7b8" },
  "accent-ink": { light: "#ffffff", dark: "#10211d" },
} as const;

export type Colour = keyof typeof colours;

/** By day: what stands in the style attributes, which every mail program reads. */
export const day = (colour: Colour): string => colours[colour].light;

/** By lamplight: one rule a class, for programs that know dark mode. They must outdo the style attributes. */
export const lamplight = (Object.keys(colours) as Colour[])
  .flatMap((colour) => [
    `.on-${colour}{background-color:${colours[colour].dark}!important}`,
    `.in-${colour}{color:${colours[colour].dark}!important}`,
    `.edge-${colour}{border-color:${colours[colour].dark}!important}`,
  ])
  .join("");

/**
 * Colours of the site by day, written out for what reads no custom properties: pictures that are drawn, the phone's first screen.
 * Its test holds them against styles/tokens.css.
 */
export const daylight = {
  paper: "#faf6ee",
  sheet: "#fffdf8",
  sunk: "#f3ecdf",
  ink: "#241f18",
  "ink-soft": "#5b5246",
  "field-line": "#85796a",
  accent: "#235149",
  "accent-soft": "#e3ece6",
  highlight: "#f3e3bd",
} as const;

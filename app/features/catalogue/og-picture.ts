/** What stands on the picture that goes with a link: a course's cover, or the site's own. */
export interface OgPicture {
  /** draws the motif: a course's slug, or the provider's name */
  seed: string;
  /** a small line above the title; empty on the site's own */
  eyebrow: string;
  title: string;
  provider: string;
}

/** The size that sites which show links ask for. */
export const OG_WIDTH = 1200;
export const OG_HEIGHT = 630;

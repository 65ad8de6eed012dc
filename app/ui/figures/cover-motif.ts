/**
 * The picture on a course's cover, worked out from its slug alone: the same slug draws the same rings for ever, in a card, on the
 * course's page and in the image that is shared. Rings, because the courses are about circles of people.
 */
export interface Motif {
  /** which of the four grounds of the house lies behind it */
  ground: 1 | 2 | 3 | 4;
  strokes: MotifStroke[];
  dots: { x: number; y: number; r: number }[];
}

export interface MotifStroke {
  /** path data in a square of MOTIF_SIZE */
  d: string;
  width: number;
  /** one ring of the many carries the accent */
  accent: boolean;
}

export const MOTIF_SIZE = 120;

/** @param slug of a course; any text will do */
export function coverMotif(slug: string): Motif {
  const random = randomFrom(slug);
  const draw = [ripples, meeting, orbits, arches][Math.floor(random() * 4)] ?? ripples;
  const ground = (1 + Math.floor(random() * 4)) as Motif["ground"];
  return { ground, ...draw(random) };
}

type Random = () => number;
type Drawing = Pick<Motif, "strokes" | "dots">;
const THIN = 0.9;
const FIRM = 2.2;

/** One stone in the water: rings around a point off the middle, one of them open, with somebody in the opening. */
function ripples(random: Random): Drawing {
  const centre = { x: between(random, 36, 84), y: between(random, 42, 78) };
  const step = between(random, 9, 12);
  const open = 2 + Math.floor(random() * 3);
  const gapAt = random() * 360;
  const strokes = Array.from({ length: 12 }, (_, index): MotifStroke => {
    const radius = step * (index + 0.6);
    const gap = index === open ? 46 : 0;
    return { d: ring(centre, radius, gapAt + gap / 2, 360 - gap), width: index === open ? FIRM : THIN, accent: index === open };
  });
  return { strokes, dots: [{ ...at(centre, step * (open + 0.6), gapAt), r: 3.2 }] };
}

/** Two sets of rings that reach into each other. */
function meeting(random: Random): Drawing {
  const tilt = between(random, -40, 40);
  const apart = between(random, 24, 32);
  const centres = [at(MIDDLE, apart, tilt + 180), at(MIDDLE, apart, tilt)];
  const step = between(random, 8, 10);
  const strokes = centres.flatMap((centre, side) =>
    Array.from({ length: 5 }, (_, index): MotifStroke => {
      const accent = side === 0 && index === 3;
      return { d: ring(centre, step * (index + 1), 0, 360), width: accent ? FIRM : THIN, accent };
    }),
  );
  return { strokes, dots: centres.map((centre) => ({ ...centre, r: 2.6 })) };
}

/** Rings around one middle, most of them open, with somebody on each. */
function orbits(random: Random): Drawing {
  const firm = 1 + Math.floor(random() * 3);
  const rings = [13, 26, 39, 52].map((radius, index) => ({
    radius,
    from: random() * 360,
    sweep: index === firm ? 360 : between(random, 210, 320),
    people: 1 + Math.floor(random() * (index + 1)),
    firm: index === firm,
  }));
  return {
    strokes: rings.map((of) => ({ d: ring(MIDDLE, of.radius, of.from, of.sweep), width: of.firm ? FIRM : THIN, accent: of.firm })),
    // spread over the part of the ring that is drawn, so that nobody stands in the gap
    dots: rings.flatMap(({ radius, from, sweep, people }) =>
      Array.from({ length: people }, (_, place) => ({ ...at(MIDDLE, radius, from + ((place + random()) * sweep) / people), r: 2.4 })),
    ),
  };
}

/** Arches behind each other, as of a bridge or of hills. */
function arches(random: Random): Drawing {
  const feet = [between(random, 20, 40), between(random, 80, 104)];
  const firm = Math.floor(random() * 2);
  const strokes = feet.flatMap((x, side) =>
    Array.from({ length: 7 }, (_, index): MotifStroke => {
      const accent = side === firm && index === 4;
      // the heavy one ends a little above the ground, because its ends are round
      const lift = accent ? 1.4 : 0;
      return { d: ring({ x, y: 102 }, 9 * (index + 1), 180 + lift, 180 - 2 * lift), width: accent ? FIRM : THIN, accent };
    }),
  );
  const ground: MotifStroke = { d: "M0 102H120", width: THIN, accent: false };
  return { strokes: [...strokes, ground], dots: [{ x: between(random, 50, 70), y: between(random, 16, 24), r: 4 }] };
}

interface Point {
  x: number;
  y: number;
}
const MIDDLE: Point = { x: MOTIF_SIZE / 2, y: MOTIF_SIZE / 2 };
const round = (value: number) => Math.round(value * 10) / 10;

/** A point on a circle; degrees, clockwise from three o'clock. */
function at(centre: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
}

/** A ring, or the part of it that `sweep` degrees cover. Two arcs: one alone cannot go all the way round. */
function ring(centre: Point, radius: number, from: number, sweep: number): string {
  const [start, half, end] = [from, from + sweep / 2, from + sweep].map((degrees) => at(centre, radius, degrees));
  if (!start || !half || !end) return "";
  const r = round(radius);
  return `M${start.x} ${start.y}A${r} ${r} 0 0 1 ${half.x} ${half.y}A${r} ${r} 0 0 1 ${end.x} ${end.y}`;
}

function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** Numbers from 0 to 1 that look like chance and are not: FNV-1a for the seed, mulberry32 for the row. */
function randomFrom(text: string): Random {
  let seed = 0x811c9dc5;
  for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ChainOfLinks } from "./chain-of-links.tsx";
import { ConsentInThreeMoments } from "./consent-in-three-moments.tsx";
import { type FigureName, isFigureName } from "./figure-texts.ts";
import { KindsOfLack } from "./kinds-of-lack.tsx";
import { LoopOfExpectation } from "./loop-of-expectation.tsx";
import { OddsInDots } from "./odds-in-dots.tsx";
import { ThreeRings } from "./three-rings.tsx";
import { ThreeTrueFigures } from "./three-true-figures.tsx";
import { WhyTogether } from "./why-together.tsx";

/** Every figure with its numbers, which come from the sources that its caption in figure-texts.ts cites. */
const drawings: Record<FigureName, ReactElement> = {
  "drie-soorten-gemis": <KindsOfLack />,
  "drie-ringen": <ThreeRings />,
  "kring-van-verwachting": <LoopOfExpectation />,
  // holt-lunstad-2010: odds ratio 1.50 (1.42–1.59); the groups are made up, as the lesson says
  "kans-in-stippen": <OddsInDots base={80} ratio={1.5} otherBases={[90, 50, 20]} />,
  "drie-ware-getallen": (
    <ThreeTrueFigures
      measurements={[
        {
          // gezondheidsmonitor-2024
          id: "monitor",
          name: "Gezondheidsmonitor 2024",
          who: "volwassenen vanaf 18 jaar, elf uitspraken",
          all: { percent: 46.2, said: "46,2%", boundary: "eenzaam, vanaf 3 punten" },
          strong: { percent: 13, said: "13%", boundary: "sterk eenzaam, vanaf 9 punten" },
        },
        {
          // cbs-2024: 61 % not, 30 % somewhat, almost 10 % strongly
          id: "cbs",
          name: "CBS 2024",
          who: "mensen vanaf 15 jaar, zes uitspraken",
          all: { percent: 40, said: "ongeveer 40%", boundary: "enigszins of sterk eenzaam" },
          strong: { percent: 10, said: "bijna 10%", boundary: "sterk eenzaam, 5 of 6 punten" },
        },
      ]}
    />
  ),
  "derde-die-meespeelt": <WhyTogether />,
  "toestemming-drie-momenten": <ConsentInThreeMoments />,
  "vier-schakels": <ChainOfLinks />,
};

const drawn = new Map<FigureName, string>();

/**
 * The drawings of these figures as HTML, by name. Drawn on the server and once: nobody's browser needs the code that draws, and a lesson
 * without figures brings nothing. Unknown names are left out; publishing has refused them.
 */
export function drawFigures(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter(isFigureName).map((name) => {
      const html = drawn.get(name) ?? renderToStaticMarkup(drawings[name]);
      drawn.set(name, html);
      return [name, html];
    }),
  );
}

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BeforeAfterLater } from "./before-after-later.tsx";
import { ChainOfLinks } from "./chain-of-links.tsx";
import { ConsentInThreeMoments } from "./consent-in-three-moments.tsx";
import { type FigureName, isFigureName } from "./figure-texts.ts";
import { FromPointsToAWord } from "./from-points-to-a-word.tsx";
import { KindsOfLack } from "./kinds-of-lack.tsx";
import { LoopOfExpectation } from "./loop-of-expectation.tsx";
import { OddsInDots } from "./odds-in-dots.tsx";
import { ThreeRings } from "./three-rings.tsx";
import { ThreeTrueFigures } from "./three-true-figures.tsx";
import { TwoGroupsOnALine } from "./two-groups-on-a-line.tsx";
import { TwoMovements } from "./two-movements.tsx";
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
          strong: { percent: 10, said: "bijna 10%", boundary: "sterk eenzaam, grens nog na te zien" },
        },
      ]}
    />
  ),
  "derde-die-meespeelt": <WhyTogether />,
  "toestemming-drie-momenten": <ConsentInThreeMoments />,
  "vier-schakels": <ChainOfLinks />,
  // a form made up by the lesson
  "van-punten-naar-woord": (
    <FromPointsToAWord answers={{ emotioneel: ["ja", "min of meer", "nee"], sociaal: ["min of meer", "ja", "nee"] }} />
  ),
  // lasgaard-2025: SMD −0.50 (about −0.60 to −0.40); the groups are made up, as the caption says
  "twee-groepen-op-een-lijn": <TwoGroupsOnALine effect={-0.5} />,
  "twee-bewegingen": <TwoMovements />,
  "voor-na-later": <BeforeAfterLater />,
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

/**
 * What each figure says besides what it draws. Course Markdown shows one by its name: `::figure{#mijn-figuur name="drie-ringen"}`. A name
 * is never changed once a course uses it. Texts are Dutch Markdown, the language of the courses; every source that a figure rests on is
 * cited in its caption, so that the lesson's own list of sources carries it and publishing refuses a course that lacks it.
 */
export interface FigureText {
  /** stands under the figure */
  caption: string;
  /** all that the figure shows, for whoever does not see it or would rather read */
  words: string;
}

export const figureTexts = {
  "drie-soorten-gemis": {
    caption:
      "Drie soorten gemis. Steeds dezelfde mensen; gestippeld is wat ontbreekt. Een soort is een vermoeden en geen etiket [@eenzaam-nl].",
    words: `In elk van de drie tekeningen staat één mens in het midden. Naast hem staat een naaste, en om hen heen staat een kring van mensen, met lijnen naar het midden. Wat ontbreekt, is gestippeld.

- **Sociaal gemis.** De naaste is er. De kring is gestippeld: iemand mist een groep om bij te horen.
- **Emotioneel gemis.** De kring is er. De naaste is gestippeld: iemand mist een ander bij wie hij zich kan laten zien.
- **Existentieel gemis.** Naaste en kring zijn er allebei. Hun lijnen zijn gestippeld en komen niet bij het midden: iemand voelt zich ten diepste alleen.`,
  },
  "drie-ringen": {
    caption:
      "Drie ringen om samen over te praten. Het is een leermodel [@ucla-facetten; @weiss-1973]. Een dunne ring maakt niet iedereen eenzaam.",
    words: `Drie ringen liggen om één mens heen.

1. De binnenste ring is van de **naasten**: de mensen die je het meest nabij zijn.
2. Daaromheen staan je **vrienden**.
3. De buitenste ring is de **gemeenschap**: buren, collega’s, de vaste kassière, de vereniging.

Bij elke ring horen twee vragen: ‘Wie zit hier?’ en ‘Is dat zoals u het wilt?’`,
  },
  "kring-van-verwachting": {
    caption:
      "Hoe een negatieve verwachting zichzelf kan bevestigen [@spithoven-2017; @cacioppo-2014]. Het is een mogelijke kring en geen wet. Echte afwijzing bestaat ook.",
    words: `Vier stappen vormen een kring.

1. Het blijft stil. ‘Al drie uur geen antwoord.’
2. Je verwacht afwijzing. ‘Ik ben hem tot last.’
3. Je trekt je terug. ‘Ik stuur niets meer.’
4. De ander laat ook niets horen. ‘Zie je wel.’ En dan blijft het weer stil.

Bij de tweede stap loopt een gestippelde pijl de kring uit, naar een andere uitleg. ‘Hij heeft het druk.’`,
  },
  "kans-in-stippen": {
    caption:
      "Wat een 1,5 keer zo grote kansverhouding doet in een verzonnen groep van 100 mensen. Alleen de 1,5 komt uit onderzoek [@holt-lunstad-2010]. Het is een verband, geen bewezen gevolg.",
    words: `Twee groepen van 100 stippen. Een dichte stip is iemand die overleeft.

In de eerste groep zijn 80 stippen dicht. De kansverhouding is 80 gedeeld door 20, dus 4. In de tweede groep is de kansverhouding 1,5 keer zo groot, dus 6. Daar zijn bijna 86 stippen dicht, bijna 6 meer.

Hetzelfde getal 1,5 geeft in een andere groep een ander verschil. Van 90 overlevenden op de 100 worden het er 93, van 50 worden het er 60 en van 20 worden het er 27, afgerond. Wie het vertrekpunt niet kent, kan uit een kansverhouding dus geen verschil in mensen aflezen.`,
  },
  "drie-ware-getallen": {
    caption:
      "Drie getallen over 2024, en ze kunnen alle drie kloppen [@gezondheidsmonitor-2024; @cbs-2024]. De balken komen uit twee metingen en vormen samen geen verloop.",
    words: `Twee balken staan onder elkaar. Elke balk is een hele groep mensen, 100 procent.

De eerste balk is van de Gezondheidsmonitor 2024, met volwassenen vanaf 18 jaar en elf uitspraken. Bij een grens van 3 punten telt 46,2 procent mee als eenzaam. Bij een grens van 9 punten is dat 13 procent. De 13 procent zit in de 46,2 procent.

De tweede balk is van het CBS in 2024, met mensen vanaf 15 jaar en zes uitspraken. Daar is bijna 10 procent sterk eenzaam; de grens daarvan is nog na te zien. Met de 30 procent die enigszins eenzaam is erbij is het ongeveer 40 procent.`,
  },
  "derde-die-meespeelt": {
    caption:
      "Vier verklaringen voor hetzelfde verband. De voorbeelden zijn bedacht. Aan een verband zelf zie je niet welke klopt, en het kunnen er meer tegelijk zijn. Bij eenzaamheid en depressie werkt het verband naar twee kanten [@mann-2022].",
    words: `Vier kleine tekeningen met pijlen. A is een gemis en B is een ziekte. Een pijl betekent: draagt bij aan.

- **Het werkt door.** Een pijl loopt van A naar B. Het gemis draagt bij aan de ziekte.
- **Het is andersom.** Een pijl loopt van B naar A. De ziekte draagt bij aan het gemis.
- **Een derde speelt mee.** Boven A en B staat C, bijvoorbeeld armoede. Van C loopt een pijl naar A en een pijl naar B. Tussen A en B staat alleen een stippellijn: ze gaan samen, en toch draagt geen van beide aan de ander bij.
- **Het is een kring.** Een pijl loopt van A naar B, en een tweede van B terug naar A. Het een draagt bij aan het ander, en het ander weer aan het een.`,
  },
  "toestemming-drie-momenten": {
    caption:
      "Toestemming in drie momenten, en de volgende keer opnieuw. Dit is een advies van deze module en geen onderzoeksuitkomst. Kijk ook na wat je eigen beroep afspreekt.",
    words: `Drie momenten vormen een kring.

1. **Vóór.** Vraag, houd je handen stil en wacht.
2. **Tijdens.** Kijk en vraag.
3. **Na.** Vraag hoe het was en noteer het. De volgende keer begin je opnieuw bij vóór.

Bij elk moment loopt een gestippelde pijl de kring uit, naar ‘nee: stop’. Stilte leidt naar dezelfde uitgang, want zwijgen is geen toestemming.`,
  },
  "vier-schakels": {
    caption:
      "Van gemis naar stap in vier schakels. Uitgaan van wensen en doelen is een advies uit een richtlijn [@venvn-richtlijn-2021]. De ketting, en de plek waar zij breekt, zijn een leermodel van deze module en niet getoetst.",
    words: `Vier schakels grijpen in elkaar en vormen een ketting.

1. **Gemis.** ‘Wat ontbreekt er?’
2. **Wens.** ‘Hoe zou u het willen?’
3. **Doel.** ‘Waaraan zou u merken dat het wat beter is?’
4. **Stap.** ‘Wat is het kleinste dat u deze week kunt doen?’

De tweede schakel, de wens, is gestippeld. Hier breekt de ketting vaak: wie van het gemis meteen naar een stap gaat, slaat de wens over. De rest hangt dan los.`,
  },
  "van-punten-naar-woord": {
    caption:
      "Van zes antwoorden naar één woord. Het formulier is verzonnen; de telregels en de grenzen zijn echt [@handleiding-djg; @cbs-2023-51]. De score valt in ‘matig’. Dat is een woord voor groepen en geen diagnose.",
    words: `Drie emotionele en drie sociale antwoorden staan naast elkaar. Elk antwoord geeft 0 punten of 1 punt.

- **Emotioneel.** Ja geeft 1 punt, min of meer geeft 1 punt en nee geeft 0 punten. Dat is 2 van de 3.
- **Sociaal.** Min of meer geeft 1 punt, ja geeft 0 punten en nee geeft 1 punt. Ook dat is 2 van de 3.

Samen is het 4. Een pijl wijst naar de 4 op een strook met de scores 0 tot en met 6. Twee gestippelde grenzen delen de strook in drieën. Bij 0 en 1 staat ‘niet eenzaam’, bij 2, 3 en 4 staat ‘matig’, en bij 5 en 6 staat ‘sterk’.`,
  },
  "twee-groepen-op-een-lijn": {
    caption:
      "Een effect van −0,50 in twee verzonnen groepen; elke stip is een mens. Alleen de −0,50 komt uit onderzoek, en de zekerheid van dat bewijs is laag tot zeer laag [@lasgaard-2025]. Een gemiddelde zegt niet hoe het met één mens gaat.",
    words: `Een lijn loopt van minder eenzaam, links, naar eenzamer, rechts. Elke stip is een mens. Boven de lijn staan de mensen zonder hulp, als open stippen. Onder de lijn staan even veel mensen met hulp, als dichte stippen.

In elke groep staan de meeste mensen rond het gemiddelde, en naar de randen toe steeds minder. Het gemiddelde van de groep met hulp ligt iets meer naar links. Een pijl tussen de twee gemiddelden geeft het verschil: −0,50. De groepen liggen voor een groot deel boven elkaar.

Twee mensen zijn aangewezen. De een kreeg geen hulp en staat links, bij minder eenzaam. De ander kreeg wel hulp en staat rechts, bij eenzamer.`,
  },
  "twee-bewegingen": {
    caption:
      "Vier weken van Alma en Sander, die verzonnen zijn. De lengte van een pijl is niet gemeten. Naar allebei kijken is een advies van deze module en geen onderzoeksuitkomst.",
    words: `Alma staat links en Sander rechts. Een pijl naar de ander toe is toenadering. Een gestippelde pijl van de ander af is terugtrekken.

1. **Week 1.** Alma schrijft ’s avonds. Sander antwoordt meteen, ook op zondag. Beide pijlen wijzen naar de ander.
2. **Week 2.** Alma schrijft vaker. Sander antwoordt nog steeds, met een zucht. De pijlen wijzen nog naar elkaar, en ze staan dicht bij elkaar.
3. **Week 3.** Alma stuurt twaalf berichten. Haar pijl wijst naar Sander. Hij legt de telefoon weg en schrijft ‘druk hier’. Zijn pijl is gestippeld en wijst van haar af.
4. **Week 4.** Alma schrijft ‘net als de rest’ en komt niet. Sander is opgelucht en belt niet. Beide pijlen zijn gestippeld en wijzen van de ander af. De afstand is bijna weer zo groot als in het begin.`,
  },
  "voor-na-later": {
    caption:
      "Drie keer dezelfde daling, met verzonnen lijnen. Een meting voor en na, zonder vergelijking, overschat het effect gemakkelijk [@masi-2011]. Of iets blijft, is een open vraag, want twee overzichten spreken elkaar daarover tegen [@lasgaard-2025; @ejihpe-2025].",
    words: `Drie kleine tekeningen met dezelfde lijn. Hoe hoger de lijn, hoe eenzamer.

- **Voor en na.** De lijn van wie meedoet, daalt van voor naar na. Je ziet niet of dat door de groep komt.
- **Met een vergelijking.** Naast dezelfde lijn staat een tweede, van wie wacht. Ook die daalt, maar minder ver. Alleen het stuk tussen de twee kan van de groep komen. Leken de groepen eerst niet op elkaar, dan is ook dat niet zeker.
- **Met een latere meting.** Dezelfde lijn gaat na afloop gestippeld twee kanten op. De ene blijft laag, de andere komt weer zo hoog als eerst. Welke van de twee het wordt, zie je pas bij een meting na drie tot zes maanden.`,
  },
} satisfies Record<string, FigureText>;

export type FigureName = keyof typeof figureTexts;

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureTexts, name);
}

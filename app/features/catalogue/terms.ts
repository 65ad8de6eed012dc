import type { LegalSection } from "./legal-section.ts";
import type { Provider } from "./provider-file.ts";

/** Raised at every change of these texts; an order keeps the version it was placed under. */
export const TERMS_VERSION = "2026-11-23";
export const TERMS_DATE = "2026-11-23";

/**
 * The terms, in the language asked for; the Dutch text prevails. Right of withdrawal in the form for a service (art. 6:230o,
 * 230s BW), with the model form of Annex I B of Directive 2011/83/EU.
 */
export function terms(provider: Provider, locale: "nl" | "en"): LegalSection[] {
  return locale === "en" ? english(provider) : dutch(provider);
}

const addressLine = ({ address }: Provider) => `${address.street}, ${address.postcode} ${address.city}`;

function dutch(provider: Provider): LegalSection[] {
  const { contact } = provider;
  return [
    {
      id: "wie",
      title: "Wie we zijn",
      paragraphs: [
        `${provider.legalName}, ${addressLine(provider)}. KvK ${provider.kvk}${provider.vatId ? `, btw ${provider.vatId}` : ""}.`,
        `Je bereikt ons via ${contact.email} of ${contact.phone}.`,
      ],
    },
    {
      id: "wat",
      title: "Wat je koopt",
      paragraphs: [
        "Je koopt toegang voor jezelf tot een module of masterclass op deze site: de lessen, de opdrachten, de kennischeck en de eindtoets. Wat erin zit, hoelang het duurt en wat je nodig hebt voor het certificaat, staat op de pagina van de module. Je volgt de editie die je hebt gekocht. Verbeteringen in de tekst krijg je vanzelf; de eisen voor jouw certificaat veranderen niet.",
      ],
    },
    {
      id: "prijs",
      title: "Prijs en betalen",
      paragraphs: [
        "De prijs op de pagina is inclusief btw, tenzij er staat dat de module is vrijgesteld. Je betaalt vooraf, via de betaalpagina van Stripe. Na je betaling krijg je een betaalbewijs per mail. Je kunt op de bestelling de naam van je organisatie en een kenmerk zetten.",
      ],
    },
    {
      id: "toegang",
      title: "Toegang",
      paragraphs: [
        "Kies je ervoor meteen te beginnen, dan heb je toegang zodra we de betaling hebben. Kies je ervoor te wachten, dan begint je toegang op dag 15. Hoeveel maanden je toegang duurt, staat op de pagina van de module en op je bestelling.",
        "De toegang is persoonlijk. De teksten mag je voor jezelf afdrukken, maar niet verspreiden.",
      ],
    },
    {
      id: "herroepen",
      title: "Bedenktijd van 14 dagen",
      paragraphs: [
        "Je hebt het recht om binnen 14 dagen zonder opgaaf van redenen van de koop af te zien. De bedenktijd eindigt 14 dagen na de dag waarop de overeenkomst is gesloten. Iedereen die zonder KvK-nummer of btw-nummer van een organisatie bestelt, heeft dit recht.",
        `Stuur ons binnen die tijd een ondubbelzinnige verklaring, bijvoorbeeld per mail naar ${contact.email} of per brief. Je mag het formulier hieronder gebruiken, maar dat hoeft niet. Versturen voor het einde van de bedenktijd is genoeg. Je krijgt van ons bericht dat je verklaring is aangekomen.`,
        "Zie je af van de koop, dan betalen we je uiterlijk 14 dagen na je verklaring terug, met het betaalmiddel waarmee je hebt betaald. Dat kost je niets.",
        "Heb je gevraagd om meteen te beginnen, dan betaal je een evenredig deel voor wat op het moment van je verklaring al is geleverd. Is de module binnen de bedenktijd volledig geleverd, dan vervalt je herroepingsrecht. Heb je ervoor gekozen te wachten, dan krijg je alles terug.",
      ],
    },
    {
      id: "formulier",
      title: "Modelformulier voor herroeping",
      paragraphs: ["Vul dit alleen in en stuur het alleen terug als je de overeenkomst wilt herroepen."],
      list: [
        `Aan: ${provider.legalName}, ${addressLine(provider)}, ${contact.email}`,
        "Hierbij deel ik u mee dat ik onze overeenkomst betreffende de volgende dienst herroep: (naam van de module, nummer van de bestelling)",
        "Besteld op: (datum)",
        "Naam: (naam)",
        "Adres: (adres)",
        "Handtekening: (alleen als u dit formulier op papier indient)",
        "Datum: (datum)",
      ],
    },
    {
      id: "certificaat",
      title: "Certificaat",
      paragraphs: [
        "Je krijgt een certificaat als je aan alle eisen van je editie hebt voldaan. De toetsen maak je waar je wilt, zonder toezicht; we controleren niet wie ze maakt. Op het certificaat staan je naam, de module, de studielast en de datum. Iedereen met de code kan deze gegevens nakijken. We trekken een certificaat alleen in als het niet klopt, en dan zeggen we je waarom. Punten geeft een certificaat alleen als dat op de pagina van de module staat.",
      ],
    },
    {
      id: "inhoud",
      title: "De inhoud",
      paragraphs: [
        "De modules zijn scholing en geen behandeladvies. We werken zorgvuldig en zeggen per bewering hoe zeker zij is. Vind je een fout, dan horen we het graag. Wat jij schrijft, blijft van jou. Schrijf geen gegevens op waaraan een cliënt te herkennen is.",
      ],
    },
    {
      id: "klachten",
      title: "Klachten en vragen",
      paragraphs: [
        provider.complaints.nl,
        `Op deze voorwaarden is Nederlands recht van toepassing. Ben je consument, dan houd je de bescherming van het recht van het land waar je woont.`,
      ],
    },
    {
      id: "versie",
      title: "Versie",
      paragraphs: [`Dit is versie ${TERMS_VERSION}. Bij elke bestelling bewaren we welke versie toen gold.`],
    },
  ];
}

function english(provider: Provider): LegalSection[] {
  const { contact } = provider;
  return [
    {
      id: "wie",
      title: "Who we are",
      paragraphs: [
        `${provider.legalName}, ${addressLine(provider)}. Chamber of Commerce (KvK) ${provider.kvk}${provider.vatId ? `, VAT ${provider.vatId}` : ""}.`,
        `You can reach us at ${contact.email} or ${contact.phone}.`,
        "This is a translation. The Dutch text prevails.",
      ],
    },
    {
      id: "wat",
      title: "What you buy",
      paragraphs: [
        "You buy access for yourself to a module or masterclass on this site: the lessons, the assignments, the knowledge check and the final test. What is in it, how long it takes and what you need for the certificate is stated on the module's page. You follow the edition you bought. Improvements to the text reach you by themselves; the requirements for your certificate do not change.",
      ],
    },
    {
      id: "prijs",
      title: "Price and payment",
      paragraphs: [
        "The price on the page includes VAT, unless it says that the module is exempt. You pay in advance, on Stripe's payment page. After your payment you receive a receipt by mail. You can put your organisation's name and a reference on the order.",
      ],
    },
    {
      id: "toegang",
      title: "Access",
      paragraphs: [
        "If you choose to start at once, you have access as soon as we have the payment. If you choose to wait, your access begins on day 15. How many months it lasts is stated on the module's page and on your order.",
        "Access is personal. You may print the texts for yourself, but not distribute them.",
      ],
    },
    {
      id: "herroepen",
      title: "14 days to reconsider",
      paragraphs: [
        "You have the right to withdraw from the purchase within 14 days without giving a reason. The period ends 14 days after the day on which the contract was concluded. Everyone who orders without an organisation's KvK or VAT number has this right.",
        `Send us an unequivocal statement within that time, for instance by mail to ${contact.email} or by letter. You may use the form below, but you need not. Sending it before the end of the period is enough. You receive word from us that your statement has arrived.`,
        "If you withdraw, we repay you no later than 14 days after your statement, by the means with which you paid. This costs you nothing.",
        "If you asked to start at once, you pay a proportionate part for what had been delivered at the moment of your statement. If the module was delivered in full within the period, your right of withdrawal ends. If you chose to wait, you get everything back.",
      ],
    },
    {
      id: "formulier",
      title: "Model withdrawal form",
      paragraphs: ["Complete and return this form only if you wish to withdraw from the contract."],
      list: [
        `To: ${provider.legalName}, ${addressLine(provider)}, ${contact.email}`,
        "I hereby give notice that I withdraw from my contract for the provision of the following service: (name of the module, number of the order)",
        "Ordered on: (date)",
        "Name: (name)",
        "Address: (address)",
        "Signature: (only if this form is notified on paper)",
        "Date: (date)",
      ],
    },
    {
      id: "certificaat",
      title: "Certificate",
      paragraphs: [
        "You receive a certificate when you have met all requirements of your edition. You take the tests wherever you like, without supervision; we do not check who takes them. The certificate carries your name, the module, the study load and the date. Anyone with the code can check these facts. We revoke a certificate only if it is not correct, and then we tell you why. A certificate gives points only where the module's page says so.",
      ],
    },
    {
      id: "inhoud",
      title: "The content",
      paragraphs: [
        "The modules are training and not treatment advice. We work with care and say of each claim how certain it is. If you find a mistake, we would like to hear it. What you write remains yours. Do not write down anything by which a client can be recognised.",
      ],
    },
    {
      id: "klachten",
      title: "Complaints and questions",
      paragraphs: [
        provider.complaints.en,
        "Dutch law applies to these terms. If you are a consumer, you keep the protection of the law of the country where you live.",
      ],
    },
    {
      id: "versie",
      title: "Version",
      paragraphs: [`This is version ${TERMS_VERSION}. With every order we keep which version applied then.`],
    },
  ];
}

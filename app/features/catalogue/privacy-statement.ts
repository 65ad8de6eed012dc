import type { LegalSection } from "./legal-section.ts";
import type { Provider } from "./provider-file.ts";

export const PRIVACY_DATE = "2026-11-23";

/**
 * What is kept of people, why and how long: true to the tables in prisma/models and to the periods the provider chose. Whoever adds
 * a table, a cookie or a kind of text with personal data adds it here.
 */
export function privacyStatement(provider: Provider, locale: "nl" | "en"): LegalSection[] {
  return locale === "en" ? english(provider) : dutch(provider);
}

function dutch({ legalName, contact, dataHandling }: Provider): LegalSection[] {
  return [
    {
      id: "wie",
      title: "Wie verantwoordelijk is",
      paragraphs: [`${legalName} is verantwoordelijk voor je gegevens op deze site. Vragen en verzoeken stuur je naar ${contact.email}.`],
    },
    {
      id: "wat",
      title: "Wat we bewaren en waarom",
      paragraphs: ["We bewaren wat nodig is om je de module te leveren en om daarna te kunnen laten zien dat je die hebt gedaan."],
      list: [
        "Je account: naam, e-mailadres, taal, en je wachtwoord als een afdruk die niet terug te rekenen is. Nodig voor de overeenkomst.",
        "Waar je bent ingelogd: welk soort browser en wanneer. Zo kun je een vergeten apparaat uitloggen. Een sessie eindigt na 30 dagen zonder gebruik.",
        "Bestellingen: naam, e-mailadres, wat je kocht en betaalde, je keuze over de bedenktijd, en wat je invulde over je organisatie. Nodig voor de overeenkomst en voor de belasting.",
        "Je voortgang: welke lessen je opende en afrondde, waar je was en hoeveel minuten je actief was. Nodig om verder te kunnen en om de studielast te verantwoorden.",
        "Je reflecties, casussen en notities, met een sleutel die alleen bij jou hoort versleuteld. Niemand leest ze: het cursusbureau niet, en je werkgever ook niet. Ze kunnen gaan over je gezondheid of gevoel; daarom vragen we je niets wat je liever voor jezelf houdt.",
        "Je toetspogingen: de vragen, je antwoorden en de uitslag. Nodig om de uitslag te kunnen uitleggen.",
        "De gesprekken die je oefende: welke keuzes je maakte en wanneer. Nodig om verder te kunnen en om het te kunnen teruglezen.",
        "Of en wanneer je het evaluatieformulier invulde. Wat je daarin schreef, bewaren we apart: zonder je naam, je account of de dag, alleen met de maand.",
        "Je certificaten, en je registratienummers als je die zelf invult. Die nummers gebruiken we alleen om je scholing aan dat register door te geven, met jouw toestemming.",
        "De mails die we je stuurden, zodat we kunnen zien of ze zijn aangekomen.",
        "Een logboek van belangrijke handelingen, zoals een betaling of een uitgegeven certificaat. Nodig om fouten en misbruik te kunnen nagaan.",
      ],
      after: [
        "We vragen nooit je burgerservicenummer. Je IP-adres bewaren we niet. Om te veel pogingen achter elkaar te remmen tellen we met een onleesbare afdruk ervan, en die is binnen twee dagen weg.",
      ],
    },
    {
      id: "delen",
      title: "Wie het nog meer ziet",
      paragraphs: [
        "Betalen gaat via Stripe, dat daarvoor je naam, e-mailadres en betaalgegevens ontvangt. Je bank- of kaartgegevens komen niet bij ons. Onze mails gaan via een mailserver. Verder delen we niets, behalve met een register als jij dat vraagt, of als de wet het eist. Wie de code van je certificaat heeft, ziet wat erop staat.",
      ],
    },
    {
      id: "waar",
      title: "Waar je gegevens staan",
      paragraphs: [
        dataHandling?.nl ??
          `In welk land en bij welk bedrijf deze site haar gegevens bewaart, en wie de mail verstuurt, heeft de aanbieder hier nog niet ingevuld. Ook niet of een werkgever een verwerkersovereenkomst kan krijgen. Vraag het via ${contact.email} voordat je je aanmeldt.`,
      ],
    },
    {
      id: "cookies",
      title: "Cookies",
      paragraphs: [
        "We gebruiken alleen cookies die de site nodig heeft om te doen wat jij vraagt. Daarom zie je hier geen cookiebanner. Er zijn geen advertenties, geen meetdiensten en geen volgcookies, en niemand anders plaatst hier een cookie. Dit zijn ze:",
      ],
      list: [
        "‘kring’ (op een beveiligde verbinding ‘__Host-kring’): houdt je ingelogd. Verloopt na 30 dagen zonder gebruik en verdwijnt als je uitlogt.",
        "‘kring-pending’: onthoudt, verzegeld, welk e-mailadres je aan het bevestigen bent, en dat je de code in deze browser vroeg. Zo kan een ander je code niet laten vervallen door te raden. Hooguit een dag.",
        "‘kring-known’: onthoudt, verzegeld, dat je in deze browser eerder inlogde. Zo kom je er nog in als een ander te vaak een verkeerd wachtwoord voor jouw account probeert. 180 dagen, ook na uitloggen.",
        "‘taal’: je keuze voor Nederlands of Engels. Een jaar.",
        "‘weergave’: je keuze voor licht of donker, lettergrootte en sneltoetsen. Een jaar.",
        "‘wegwijs’: welke tips in de leeszaal je hebt weggelegd. Een jaar.",
      ],
      after: [
        "Daarnaast bewaart je browser zelf wat je typt en aankruist tot het bij ons is opgeslagen, en waar je in een geluids- of videofragment was. Bij uitloggen wordt dat gewist. Op de betaalpagina van Stripe gelden de cookies van Stripe.",
      ],
    },
    {
      id: "hoelang",
      title: "Hoelang we het bewaren",
      paragraphs: [],
      list: [
        "Bestellingen en betalingen, met je keuze over de bedenktijd: 7 jaar na het boekjaar. Dat is de wet.",
        "Deelname, uitslag en certificaat: 6 jaar, vanwege de duur van een registratieperiode.",
        "De code van een certificaat, met module en datum: zolang iemand het moet kunnen controleren.",
        "Voortgang, antwoorden en teksten: tot 24 maanden na je laatste activiteit, of korter als je erom vraagt.",
        "Mails en technische logboeken: hooguit 90 dagen.",
        "Een aanmelding die je niet bevestigt: 30 dagen.",
      ],
      after: [
        "Deze versie van de site ruimt nog niet alles vanzelf op. Het cursusbureau doet dat met de hand, en direct als je erom vraagt.",
      ],
    },
    {
      id: "rechten",
      title: "Wat je kunt vragen",
      paragraphs: [
        `Je mag je gegevens inzien, meekrijgen, laten verbeteren en laten wissen, en je mag bezwaar maken. Toestemming mag je altijd intrekken. Mail naar ${contact.email}; je krijgt binnen een maand antwoord. Bij wissen vernietigen we de sleutel van je teksten, zodat niemand ze ooit nog kan lezen. Wat we van de wet moeten bewaren, blijft staan, en we zeggen welk deel dat is.`,
        "Ben je het niet met ons eens, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens, of in België bij de Gegevensbeschermingsautoriteit.",
      ],
    },
  ];
}

function english({ legalName, contact, dataHandling }: Provider): LegalSection[] {
  return [
    {
      id: "wie",
      title: "Who is responsible",
      paragraphs: [`${legalName} is responsible for your data on this site. Send questions and requests to ${contact.email}.`],
    },
    {
      id: "wat",
      title: "What we keep and why",
      paragraphs: ["We keep what is needed to deliver the module to you, and to be able to show afterwards that you did it."],
      list: [
        "Your account: name, email address, language, and your password as a print that cannot be calculated back. Needed for the contract.",
        "Where you are signed in: which kind of browser and when. So you can sign out a forgotten device. A session ends after 30 days without use.",
        "Orders: name, email address, what you bought and paid, your choice about the withdrawal period, and what you filled in about your organisation. Needed for the contract and for taxes.",
        "Your progress: which lessons you opened and finished, where you were and how many minutes you were active. Needed to continue and to account for the study load.",
        "Your reflections, cases and notes, encrypted with a key that belongs to you alone. Nobody reads them: the course office does not, and your employer does not. They may concern your health or feelings; that is why we ask for nothing you would rather keep to yourself.",
        "Your test attempts: the questions, your answers and the result. Needed to be able to explain the result.",
        "The conversations you practised: which choices you made and when. Needed to continue and to read them back.",
        "Whether and when you filled in the evaluation form. What you wrote in it is kept apart: without your name, your account or the day, with the month only.",
        "Your certificates, and your register numbers if you fill them in. We use those numbers only to report your training to that register, with your consent.",
        "The emails we sent you, so that we can see whether they arrived.",
        "A log of important acts, such as a payment or an issued certificate. Needed to trace mistakes and abuse.",
      ],
      after: [
        "We never ask for your citizen service number (BSN). We do not keep your IP address. To slow down too many attempts in a row we count with an unreadable print of it, which is gone within two days.",
      ],
    },
    {
      id: "delen",
      title: "Who else sees it",
      paragraphs: [
        "Payment goes through Stripe, which receives your name, email address and payment details for it. Your bank or card details do not reach us. Our emails go through a mail server. Beyond that we share nothing, except with a register if you ask for it, or if the law requires it. Whoever has your certificate's code sees what is on it.",
      ],
    },
    {
      id: "waar",
      title: "Where your data is kept",
      paragraphs: [
        dataHandling?.en ??
          `The provider has not yet stated here in which country and with which company this site keeps its data, or who sends its mail; nor whether an employer can have a data processing agreement. Ask at ${contact.email} before you sign up.`,
      ],
    },
    {
      id: "cookies",
      title: "Cookies",
      paragraphs: [
        "We use only cookies that the site needs to do what you ask. That is why you see no cookie banner here. There are no advertisements, no analytics services and no tracking cookies, and nobody else places a cookie here. These are all of them:",
      ],
      list: [
        "‘kring’ (on a secure connection ‘__Host-kring’): keeps you signed in. Expires after 30 days without use and is removed when you sign out.",
        "‘kring-pending’: remembers, sealed, which email address you are confirming, and that you asked for the code in this browser. It keeps others from ending your code by guessing. A day at most.",
        "‘kring-known’: remembers, sealed, that you signed in in this browser before. It lets you in when somebody else tries a wrong password for your account too often. 180 days, also after signing out.",
        "‘taal’: your choice of Dutch or English. A year.",
        "‘weergave’: your choice of light or dark, text size and shortcut keys. A year.",
        "‘wegwijs’: which tips in the reading room you have put away. A year.",
      ],
      after: [
        "Besides, your own browser keeps what you type and tick until we have saved it, and where you were in a sound or video clip. Signing out clears this. On Stripe’s payment page Stripe’s cookies apply.",
      ],
    },
    {
      id: "hoelang",
      title: "How long we keep it",
      paragraphs: [],
      list: [
        "Orders and payments, with your choice about the withdrawal period: 7 years after the book year. That is the law.",
        "Participation, result and certificate: 6 years, because of the length of a registration period.",
        "A certificate’s code, with module and date: as long as someone must be able to verify it.",
        "Progress, answers and texts: until 24 months after your last activity, or shorter if you ask.",
        "Emails and technical logs: 90 days at most.",
        "A sign-up you do not confirm: 30 days.",
      ],
      after: [
        "This version of the site does not clear everything by itself yet. The course office does that by hand, and at once if you ask.",
      ],
    },
    {
      id: "rechten",
      title: "What you can ask",
      paragraphs: [
        `You may see your data, receive them, have them corrected and have them erased, and you may object. You may withdraw consent at any time. Email ${contact.email}; you receive an answer within a month. On erasure we destroy the key of your texts, so that nobody can ever read them again. What the law makes us keep stays, and we say which part that is.`,
        "If you disagree with us, you can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens), or in Belgium to the Gegevensbeschermingsautoriteit.",
      ],
    },
  ];
}

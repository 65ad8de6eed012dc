import { type Html, html } from "../page/html.ts";

type Field = readonly [name: string, label: string, choices?: readonly string[]];

// One plain form for each action; the test API takes the same names as JSON.
const FORMS: readonly (readonly [action: string, title: string, fields: readonly Field[]])[] = [
  [
    "pay",
    "Betaal een sessie",
    [
      ["session", "Sessie"],
      ["method", "Methode", ["ideal", "card", "bancontact", "sepa_debit"]],
      ["outcome", "Uitkomst", ["succeed", "decline", "leave", "dispute"]],
    ],
  ],
  [
    "settle",
    "Beslis een SEPA-incasso",
    [
      ["session", "Sessie"],
      ["outcome", "Uitkomst", ["succeed", "fail"]],
    ],
  ],
  ["expire", "Laat een sessie verlopen", [["session", "Sessie"]]],
  [
    "refund",
    "Terugbetaling uit het dashboard",
    [
      ["session", "Sessie"],
      ["amount", "Bedrag in centen (leeg: alles)"],
      ["deliver", "Bezorgen", ["true", "false"]],
    ],
  ],
  [
    "settle-refund",
    "Beslis een terugbetaling",
    [
      ["refund", "Terugbetaling"],
      ["outcome", "Uitkomst", ["succeed", "fail"]],
    ],
  ],
  [
    "dispute",
    "Betwisting door de koper",
    [
      ["session", "Sessie"],
      ["reason", "Reden"],
      ["deliver", "Bezorgen", ["true", "false"]],
    ],
  ],
  [
    "move-dispute",
    "Betwisting verder",
    [
      ["dispute", "Betwisting"],
      ["to", "Naar", ["under_review", "won", "lost", "prevented"]],
    ],
  ],
  [
    "redeliver",
    "Bezorg een gebeurtenis nog eens",
    [
      ["event", "Gebeurtenis (leeg: laatste)"],
      ["times", "Aantal keer"],
      ["parallel", "Tegelijk", ["false", "true"]],
      ["skewSeconds", "Handtekening verschoven (seconden)"],
    ],
  ],
  [
    "send",
    "Stuur een vreemde gebeurtenis",
    [
      ["kind", "Soort", ["foreign", "livemode", "old-version"]],
      ["event", "Gebeurtenis (leeg: laatste)"],
    ],
  ],
  ["clock", "Klok vooruit", [["forwardSeconds", "Seconden"]]],
  [
    "faults",
    "Bezorgstoringen",
    [
      ["duplicates", "Extra kopieën"],
      ["delayMs", "Vertraging (ms)"],
      ["drop", "Volgende zoveel kwijt"],
      ["shuffle", "Door elkaar", ["false", "true"]],
      ["endpoint", "Webhook", ["on", "off", "down"]],
      ["skewSeconds", "Handtekening verschoven (seconden)"],
    ],
  ],
  [
    "faults",
    "Fout antwoord op de API",
    [
      ["answers[0][path]", "Pad bevat"],
      ["answers[0][status]", "Status", ["409", "429", "500"]],
      ["answers[0][raw]", "Zonder error-sleutel", ["false", "true"]],
      ["answers[0][times]", "Aantal keer"],
    ],
  ],
  [
    "faults",
    "Verbinding weg na opslaan",
    [
      ["cuts[0][path]", "Pad bevat"],
      ["cuts[0][times]", "Aantal keer"],
    ],
  ],
  [
    "faults",
    "Sessie anders tonen",
    [
      ["sessionReads[0][amountDelta]", "Centen erbij"],
      ["sessionReads[0][currency]", "Munt"],
      ["sessionReads[0][presentment]", "Toon in dollars", ["false", "true"]],
      ["sessionReads[0][times]", "Aantal keer"],
    ],
  ],
  [
    "faults",
    "Uitkomst van volgende terugbetalingen",
    [
      ["nextRefunds[0][outcome]", "Uitkomst", ["succeed", "fail"]],
      ["nextRefunds[0][afterSeconds]", "Na seconden"],
      ["nextRefunds[0][times]", "Aantal keer"],
    ],
  ],
  ["deliver", "Bezorg nu alles wat klaarstaat", []],
  ["reset", "Alles wissen", []],
];

/** The forms of the panel, one below the other. */
export function actionForms(): Html {
  return html`<h2>Doen</h2>${FORMS.map(
    ([action, title, fields], form) =>
      html`<form method="post" action="/_sandbox/${action}"><fieldset><legend>${title}</legend><div class="inline">${fields.map((field) => input(field, `f${form}`))}<button type="submit">${title}</button></div></fieldset></form>`,
  )}`;
}

function input([name, label, choices]: Field, prefix: string): Html {
  const id = `${prefix}-${name}`;
  if (!choices) return html`<label for="${id}">${label}<input id="${id}" name="${name}"></label>`;
  return html`<label for="${id}">${label}<select id="${id}" name="${name}">${choices.map((choice) => html`<option>${choice}</option>`)}</select></label>`;
}

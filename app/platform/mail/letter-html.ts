import * as m from "#generated/paraglide/messages.js";
import type { Fact, Letter } from "./letter.ts";
import { type Colour, day, lamplight } from "./letter-colours.ts";

/*
 * The letter as HTML that any mail program shows: tables for Outlook, style attributes because many strip style sheets, one
 * column of 600 px. Nothing is loaded but the provider's logo, where there is one; nothing counts who reads.
 *
 * Set here by hand and not by React Email (MIT, works offline and with React 18): its renderer brings prettier, an HTML parser
 * and an HTML-to-text converter, its components twenty packages more with Tailwind among them, and the plain text would be made
 * out of the HTML. Ten letters with the same nine parts need a page of templates, and both forms from one source.
 */

const serif = "Georgia,'Times New Roman',serif";
const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "Consolas,Menlo,'Courier New',monospace";
const text = `font-family:${serif};font-size:17px;line-height:27px`;
const small = `font-family:${sans};font-size:14px;line-height:21px`;
const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** For what is read: a code of groups, such as a certificate's, is never broken at a hyphen. */
const words = (text: string) => escaped(text).replace(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b/g, '<span style="white-space:nowrap">$&</span>');

/** The class and the style of one ink, and where given of the ground it stands on. */
const dress = (style: string, ink: Colour = "ink", ground?: Colour) =>
  `class="in-${ink}${ground ? ` on-${ground}` : ""}" style="${style};color:${day(ink)}${ground ? `;background-color:${day(ground)}` : ""}"`;

const paragraph = (sentence: string, style = text, ink: Colour = "ink") =>
  `<p ${dress(`margin:0 0 16px;${style};overflow-wrap:break-word`, ink)}>${words(sentence)}</p>`;

const link = (url: string, style: string) =>
  `<a href="${escaped(url)}" target="_blank" rel="noopener" ${dress(`${style};word-break:break-all`, "accent")}>${escaped(url)}</a>`;

/** One press selects it whole. */
const code = (digits: string) =>
  `<p ${dress(`margin:8px 0 24px;padding:16px 8px;border-radius:6px;text-align:center;font-family:${mono};font-size:34px;line-height:42px;letter-spacing:5px;font-variant-numeric:tabular-nums;-webkit-user-select:all;user-select:all`, "ink", "sunk")}>${escaped(digits)}</p>`;

/** A link that looks like a button without pictures: the cell has the colour, for programs that forget the link's padding. */
function button({ label, url }: { label: string; url: string }, locale: Letter["locale"]): string {
  const face = `display:inline-block;padding:13px 22px;border-radius:6px;font-family:${sans};font-size:17px;line-height:22px;font-weight:700;text-decoration:none`;
  return `<table ${table} style="margin:8px 0 16px"><tr><td class="on-accent" bgcolor="${day("accent")}" style="border-radius:6px;mso-padding-alt:13px 22px"><a href="${escaped(url)}" target="_blank" rel="noopener" ${dress(face, "accent-ink", "accent")}>${words(label)}</a></td></tr></table><p ${dress(`margin:0 0 24px;${small}`, "ink-soft")}>${escaped(m.common_letter_link({}, { locale }))}<br>${link(url, small)}</p>`;
}

function facts(rows: Fact[]): string {
  const cell = `padding:9px 0;vertical-align:top;border-bottom:1px solid ${day("line")}`;
  const row = (fact: Fact) =>
    `<tr><td class="edge-line" style="${cell};width:34%;padding-right:8px"><span ${dress(small, "ink-soft")}>${words(fact.label)}</span></td><td class="edge-line" style="${cell}">${"url" in fact ? link(fact.url, small) : `<span${fact.lang ? ` lang="${fact.lang}"` : ""} ${dress(`${small};font-size:15px;overflow-wrap:anywhere`)}>${words(fact.value)}</span>`}</td></tr>`;
  return `<table ${table} width="100%" class="edge-line" style="table-layout:fixed;margin:8px 0 24px;border-top:1px solid ${day("line")}">${rows.map(row).join("")}</table>`;
}

/** Amounts to the right, the total below a line. */
function sums(rows: { label: string; value: string }[]): string {
  const row = ({ label, value }: { label: string; value: string }, position: number) => {
    const last = position === rows.length - 1;
    const cell = `padding:5px 0;vertical-align:top${last ? `;padding-top:9px;border-top:1px solid ${day("ink-soft")}` : ""}`;
    const style = `${small};font-size:15px;font-variant-numeric:tabular-nums${last ? ";font-weight:700" : ""}`;
    return `<tr><td class="edge-ink-soft" style="${cell};padding-right:16px"><span ${dress(style)}>${words(label)}</span></td><td class="edge-ink-soft" align="right" style="${cell};white-space:nowrap"><span ${dress(style)}>${words(value)}</span></td></tr>`;
  };
  return `<table ${table} width="100%" style="margin:0 0 24px">${rows.map(row).join("")}</table>`;
}

const note = ({ title, paragraphs }: NonNullable<Letter["note"]>) =>
  `<table ${table} width="100%" style="table-layout:fixed;margin:8px 0 24px"><tr><td class="edge-line" style="padding:2px 0 2px 18px;border-left:3px solid ${day("line")}"><h2 ${dress(`margin:0 0 8px;font-family:${sans};font-size:15px;line-height:22px;font-weight:700`)}>${words(title)}</h2>${paragraphs.map((sentence) => paragraph(sentence, `${small};font-size:15px;line-height:23px`, "ink")).join("")}</td></tr></table>`;

/** The provider leads. A logo stands on light paper in every light: most are drawn for it. */
const head = ({ name, logo }: Letter["signature"]) =>
  logo
    ? `<img src="${escaped(logo)}" alt="${escaped(name)}" height="44" style="display:block;height:44px;width:auto;max-width:100%;padding:6px 10px;margin-left:-10px;border-radius:6px;background-color:${day("sheet")};color:${day("ink")};font-family:${serif};font-size:17px">`
    : `<span ${dress(`font-family:${serif};font-size:17px;line-height:24px;font-weight:700`)}>${escaped(name)}</span>`;

function closing({ signature, locale }: Letter): string {
  const { contact, name } = signature;
  const lines = [m.common_letter_closing({}, { locale }), ...new Set([contact.name, name])];
  const questions = m.common_letter_questions({ phone: contact.phone, email: contact.email }, { locale });
  return `<p ${dress(`margin:24px 0 20px;${text}`)}>${lines.map(words).join("<br>")}</p>${paragraph(questions, `${small};font-size:15px;margin-bottom:0`)}`;
}

/** Shown after the subject in a list of mails; the blanks behind it keep what follows, such as a code, out of sight there. */
const preview = (sentence: string) =>
  `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(sentence)}${"&#847;&zwnj;&nbsp;".repeat(90)}</div>`;

const sheet = (letter: Letter) =>
  `<tr><td class="edge-line side" style="padding:24px 40px 20px;border-bottom:1px solid ${day("line")}">${head(letter.signature)}</td></tr>
<tr><td class="side" style="padding:32px 40px 36px"><h1 ${dress(`margin:0 0 20px;font-family:${serif};font-size:26px;line-height:33px;font-weight:400;overflow-wrap:break-word`)}>${words(letter.subject)}</h1>
${[
  paragraph(letter.greeting),
  ...letter.paragraphs.map((sentence) => paragraph(sentence)),
  ...(letter.code ? [code(letter.code)] : []),
  ...(letter.button ? [button(letter.button, letter.locale)] : []),
  ...(letter.facts ? [facts(letter.facts)] : []),
  ...(letter.sums ?? []).map(sums),
  ...(letter.after ?? []).map((sentence) => paragraph(sentence)),
  ...(letter.note ? [note(letter.note)] : []),
  closing(letter),
].join("\n")}</td></tr>`;

export const LAMPLIGHT_QUERY = "(prefers-color-scheme:dark)";

/** Programs that strip the head keep the day's colours; those that strip `<html>` keep the language, which stands on the body's div too. */
export function letterHtml(letter: Letter): string {
  const { locale, signature, subject } = letter;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title>
<style>:root{color-scheme:light dark;supported-color-schemes:light dark}@media ${LAMPLIGHT_QUERY}{${lamplight}}@media (max-width:480px){.side{padding-left:22px!important;padding-right:22px!important}}</style></head>
<body class="on-paper" style="margin:0;padding:0;background-color:${day("paper")}">${preview(letter.paragraphs[0] ?? subject)}
<div lang="${locale}"><table ${table} width="100%" class="on-paper" bgcolor="${day("paper")}" style="table-layout:fixed;background-color:${day("paper")}"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table ${table} width="600"><tr><td><![endif]-->
<table ${table} width="100%" class="on-sheet" bgcolor="${day("sheet")}" style="table-layout:fixed;max-width:600px;text-align:left;border-radius:8px;background-color:${day("sheet")}">
${sheet(letter)}
</table>
<p ${dress(`max-width:520px;margin:20px auto 0;padding:0 10px;text-align:left;${small}`, "ink-soft")}>${signature.details.map(escaped).join("<br>")}</p>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></div></body></html>
`;
}

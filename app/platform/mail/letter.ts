/** A letter as its parts; both forms (text and HTML) are set from them. */
export interface Letter {
  subject: string;
  /** plain sentences; blank lines are the caller's paragraphs */
  paragraphs: string[];
  code?: string;
  button?: { label: string; url: string };
  /** rows of a small table, as in a receipt */
  facts?: { label: string; value: string }[];
  after?: string[];
  /** who writes: name and contact lines */
  signature: string[];
  locale: "nl" | "en";
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The letter as plain text, lines as long as they come. */
export function letterText(letter: Letter): string {
  const parts = [
    ...letter.paragraphs,
    ...(letter.code ? [letter.code] : []),
    ...(letter.facts ? [letter.facts.map((fact) => `${fact.label}: ${fact.value}`).join("\n")] : []),
    ...(letter.button ? [`${letter.button.label}:\n${letter.button.url}`] : []),
    ...(letter.after ?? []),
    `-- \n${letter.signature.join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The letter as HTML that any mail program shows: no images, no scripts, nothing loaded. */
export function letterHtml(letter: Letter): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text).replace(/\n/g, "<br>")}</p>`;
  const facts = letter.facts
    ? `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${letter.facts
        .map(
          (fact) =>
            `<tr><td style="padding:4px 16px 4px 0;color:#5c5347">${escapeHtml(fact.label)}</td><td style="padding:4px 0">${escapeHtml(fact.value)}</td></tr>`,
        )
        .join("")}</table>`
    : "";
  const code = letter.code
    ? `<p style="margin:0 0 16px;font-size:28px;letter-spacing:4px;font-weight:600">${escapeHtml(letter.code)}</p>`
    : "";
  const button = letter.button
    ? `<p style="margin:0 0 16px"><a href="${escapeHtml(letter.button.url)}" style="display:inline-block;background:#2f4f4a;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none">${escapeHtml(letter.button.label)}</a></p>`
    : "";
  return `<!doctype html><html lang="${letter.locale}"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head><body style="margin:0;background:#f7f3ec"><div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#fffdf8;color:#221d16;font:17px/1.6 Georgia,serif">${letter.paragraphs.map(paragraph).join("")}${code}${facts}${button}${(letter.after ?? []).map(paragraph).join("")}<p style="margin:32px 0 0;border-top:1px solid #e2d9ca;padding-top:16px;color:#5c5347;font-size:15px">${letter.signature.map(escapeHtml).join("<br>")}</p></div></body></html>`;
}

import { createHash } from "node:crypto";
import type { Response } from "express";
import { Html, html } from "./html.ts";

// The parts for one way to pay are hidden with :has(), so that nothing here needs a script; browsers without it show all parts.
const STYLE = `
:root{color-scheme:light dark;--paper:#faf8f4;--ink:#1f1d1a;--soft:#5c574e;--line:#8c857a;--accent:#1d5c4d;--on:#fff;--bad:#a3261d;--note:#fff3cd;--note-ink:#4d3a00}
@media(prefers-color-scheme:dark){:root{--paper:#1b1a18;--ink:#f0ece4;--soft:#b9b2a6;--line:#857e72;--accent:#7fd0b8;--on:#10221d;--bad:#ff9d92;--note:#4a3b0c;--note-ink:#ffeeba}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
.banner{background:var(--note);color:var(--note-ink);padding:.6rem 1rem;text-align:center;font-weight:600;margin:0}
main{max-width:34rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem}
dl.lines{display:grid;grid-template-columns:1fr auto;row-gap:.25rem}dl.lines dd{padding-left:1rem;margin:0;text-align:right;font-variant-numeric:tabular-nums}
.total{border-top:1px solid var(--line);padding-top:.35rem;font-weight:700}
label{display:block;margin-top:.8rem}fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem 1rem}legend{padding:0 .3rem}
input:not([type=radio],[type=checkbox]),select{width:100%;min-height:2.75rem;padding:.4rem .6rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.4rem}
option{color:#1f1d1a;background:#fff}.choice{display:flex;gap:.6rem;align-items:center;min-height:2.5rem}.choice input{flex:none;width:1.35rem;height:1.35rem;margin:0;accent-color:var(--accent)}
button{width:100%;min-height:3rem;margin-top:1rem;font:inherit;font-weight:600;border:2px solid var(--accent);border-radius:.5rem;background:var(--accent);color:var(--on);cursor:pointer}
button.plain{background:transparent;color:inherit}a{color:inherit;display:inline-block;padding:.35rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.help{color:var(--soft);font-size:.95rem;margin:.25rem 0}.error{color:var(--bad);margin:.25rem 0}
.alert li a{display:inline}.alert{border:2px solid var(--bad);border-radius:.5rem;padding:.25rem 1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
.wide{max-width:64rem}.inline{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}.inline button{width:auto;padding:0 1rem;margin:0}.inline label{margin:0;flex:1 1 10rem}
@supports selector(:has(a)){.part{display:none}form:has(#method-card:checked) .card,form:has(#method-sepa_debit:checked) .sepa{display:block}}
`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

interface Page {
  lang: string;
  title: string;
  banner: string;
  body: Html;
  status?: number;
  /** Origins that a form of this page may end up at; the browser applies the rule to the redirect after the form as well. */
  formTargets?: string[];
  wide?: boolean;
}

/** Sends a whole page under a policy that allows no script at all. */
export function sendPage(response: Response, page: Page): void {
  const targets = ["'self'", ...new Set(page.formTargets ?? [])].join(" ");
  response.status(page.status ?? 200).set({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
  });
  response.send(
    html`<!doctype html>
<html lang="${page.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title><link rel="icon" href="data:,"><style>${new Html(STYLE)}</style></head>
<body><header class="banner">${page.banner}</header><main${page.wide ? new Html(' class="wide"') : ""}>${page.body}</main></body></html>`
      .text,
  );
}

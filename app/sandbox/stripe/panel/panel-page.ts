import type { Request, Response } from "express";
import { readFaults } from "../faults/state.ts";
import { html } from "../page/html.ts";
import { sendPage } from "../page/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowMs } from "../store/clock.ts";
import { readRecords } from "../store/records.ts";
import { actionForms } from "./panel-forms.ts";
import { listDeliveries, newestSessions } from "./readings.ts";

/** The panel: what happened, and forms to make things happen. For builders, hence in one language. */
export async function sendPanel(sandbox: Sandbox, request: Request, response: Response): Promise<void> {
  const sessions = await newestSessions(sandbox);
  const deliveries = (await listDeliveries(sandbox, null)).slice(0, 25);
  const violations = await readRecords(sandbox.pool, "violation");
  const warnings = await readRecords(sandbox.pool, "warning");
  const faults = await readFaults(sandbox.pool);
  const { done, problem } = request.query;
  const body = html`<h1>Betaalsandbox</h1>
${done && html`<p role="status">Gedaan: ${String(done)}</p>`}${problem && html`<div class="alert" role="alert" tabindex="-1" autofocus><p>${String(problem)}</p></div>`}
<p>Klok: <time>${new Date(await nowMs(sandbox.pool)).toISOString()}</time>. Leugens van de sandbox zelf: ${violations.length}. Waarschuwingen: ${warnings.length}.</p>
<h2>Sessies</h2><table><thead><tr><th scope="col">Sessie</th><th scope="col">Staat</th><th scope="col">Betaling</th><th scope="col">Bedrag</th></tr></thead><tbody>${sessions.map(
    (session) =>
      html`<tr><td>${session.status === "open" ? html`<a href="/c/pay/${session.id}">${session.id}</a>` : session.id}</td><td>${session.status}</td><td>${session.payment_status}</td><td>${session.amount_total} ${session.currency}</td></tr>`,
  )}</tbody></table>
<h2>Bezorging</h2><table><thead><tr><th scope="col">Gebeurtenis</th><th scope="col">Soort</th><th scope="col">Staat</th><th scope="col">Pogingen</th><th scope="col">Laatste antwoord</th></tr></thead><tbody>${deliveries.map(
    (row) =>
      html`<tr><td>${row.event}</td><td>${row.type}</td><td>${row.state}${row.extra && " (extra)"}</td><td>${row.attempts}</td><td>${row.last_error ?? row.last_status}</td></tr>`,
  )}</tbody></table>
<h2>Storingen nu</h2><pre>${JSON.stringify(faults, null, 1)}</pre>${actionForms()}
${violations.length > 0 && html`<h2>Leugens</h2><pre>${JSON.stringify(violations, null, 1)}</pre>`}
${warnings.length > 0 && html`<h2>Waarschuwingen</h2><pre>${JSON.stringify(warnings.slice(0, 20), null, 1)}</pre>`}`;
  sendPage(response, { lang: "nl", title: "Betaalsandbox", banner: "Oefenomgeving: er gaat geen geld om", body, wide: true });
}

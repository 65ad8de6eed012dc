import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { localeCookie } from "#app/http/locale.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import sheet from "#app/ui/styles/furniture.css?url";
import { ActionSpecimens } from "./action-specimens.tsx";
import { DataSpecimens } from "./data-specimens.tsx";
import { FieldSpecimens } from "./field-specimens.tsx";
import { FoldingSpecimens } from "./folding-specimens.tsx";
import { MessageSpecimens } from "./message-specimens.tsx";
import { TypeSpecimens } from "./type-specimens.tsx";
import { WayfindingSpecimens } from "./wayfinding-specimens.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];
export const meta: MetaFunction = () => [{ title: "Furniture" }];

/**
 * `?lang=en` shows it in English (to who is not signed in: a profile has its own language); `?status=404` shows the error page.
 *
 * @throws the error whose page is asked for
 */
export function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const status = Number(url.searchParams.get("status"));
  if ([403, 404, 500].includes(status)) throw new Response(null, { status });
  const lang = url.searchParams.get("lang");
  if ((lang === "nl" || lang === "en") && lang !== context.locale && !context.viewer) {
    return redirect(url.pathname + url.search, { headers: { "Set-Cookie": localeCookie(lang, env().secureCookies) } });
  }
  return null;
}

const sections = [
  { id: "type", title: "Type and colour", Specimens: TypeSpecimens },
  { id: "actions", title: "Buttons and links", Specimens: ActionSpecimens },
  { id: "fields", title: "Fields", Specimens: FieldSpecimens },
  { id: "messages", title: "Messages and progress", Specimens: MessageSpecimens },
  { id: "data", title: "Facts, tables, cards", Specimens: DataSpecimens },
  { id: "wayfinding", title: "Finding the way", Specimens: WayfindingSpecimens },
  { id: "folding", title: "What opens", Specimens: FoldingSpecimens },
];

/** Every piece of app/ui in every state: to look at while building. It exists in `npm run dev` only. */
export default function Furniture() {
  return (
    <div className="furniture">
      <Page
        title={<span lang="en">Furniture</span>}
        lead={<span lang="en">Every piece of app/ui, in every state, by day and by lamplight.</span>}
        above={<Breadcrumbs items={[{ to: paths.home(), label: "Kring" }]} />}
      >
        <nav aria-label="Furniture">
          <ul className="furniture-contents">
            {sections.map(({ id, title }) => (
              <li key={id} lang="en">
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href="?lang=nl">Nederlands</a>
            </li>
            <li>
              <a href="?lang=en" lang="en">
                English
              </a>
            </li>
            {[404, 403, 500].map((status) => (
              <li key={status}>
                <a href={`?status=${status}`}>{status}</a>
              </li>
            ))}
          </ul>
        </nav>
        {sections.map(({ id, title, Specimens }) => (
          <Section key={id} id={id} title={<span lang="en">{title}</span>}>
            <Specimens />
          </Section>
        ))}
      </Page>
    </div>
  );
}

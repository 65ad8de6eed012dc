import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { lessons, posted, slug, type Visit } from "./visit.ts";

const [, lesson] = lessons;
const vignette = "vignet-bezoek";
const page = paths.vignette(slug, lesson, vignette);
const evaluation = paths.evaluation(slug);

const choice = (id: string, text: string, to: string, points: number) => ({
  id,
  text: `<p>${text}</p>`,
  to,
  criterion: "open",
  points,
  feedback: "<p>Wie zo vraagt, laat de ander zelf vertellen.</p>",
  sources: ["perlman-peplau-1981"],
});

/** A short conversation of its own, whatever the course's files hold. */
const definition = {
  id: vignette,
  lessonId: lesson,
  title: "Een deur op een kier",
  minutes: 5,
  intro: "<p>Mevrouw De Wit is verzonnen. Ze woont sinds het voorjaar alleen.</p>",
  rubric: [{ id: "open", text: "Je vraagt open, zonder iets op te dringen." }],
  start: "deur",
  scenes: [
    {
      id: "deur",
      text: "<p>‘Kom maar binnen,’ zegt ze. ‘Het is hier stil, hè?’</p>",
      lesson: null,
      choices: [choice("vraag", "‘Hoe is die stilte voor u?’", "slot", 2), choice("raad", "‘U kunt de radio aanzetten.’", "slot", 0)],
    },
    { id: "slot", text: "<p>Ze schenkt koffie in.</p>", lesson: "<p>Een open vraag laat de ander zelf vertellen.</p>", choices: [] },
  ],
};

/** The page's address, once the course has the conversation. */
async function withVignette(site: DemoSite): Promise<string> {
  await site.query(
    `insert into revision_vignette (id, revision_id, vignette_id, lesson_id, definition, source_hash)
     select gen_random_uuid(), revision.id, $2, $3, $4::jsonb, 'bezoek'
     from edition_revision revision join edition on edition.id = revision.edition_id
     where edition.course_slug = $1 on conflict do nothing`,
    [slug, vignette, lesson, JSON.stringify(definition)],
  );
  return page;
}

const said = posted(`${page}/choose`, { run: "1", scene: "deur", choice: "vraag" });
const agreed = { useful: "5", clear: "4", level: "3", honest: "5", load: "4", recommend: "5" };

/** A conversation before and after, and what somebody thought of a course. */
export const vignettePages: Visit[] = [
  { name: "vignette", path: withVignette, as: "noor.elamrani" },
  { name: "vignette-ended", path: withVignette, as: "noor.elamrani", make: said },
  { name: "vignette-stale", path: withVignette, as: "noor.elamrani", make: said },
  { name: "evaluation-early", path: evaluation, as: "noor.elamrani" },
  { name: "evaluation-refused", path: evaluation, as: "noor.elamrani", make: posted(evaluation, { useful: "5", better: "Meer tijd." }) },
  { name: "evaluation-signed-out", path: paths.login(), make: posted(evaluation, { ...agreed, kept: "De casus." }) },
  { name: "evaluation-given", path: evaluation, as: "ayse.yildirim", make: posted(evaluation, agreed) },
  { name: "evaluation-twice", path: evaluation, as: "ayse.yildirim", make: posted(evaluation, { ...agreed, kept: "De casus." }) },
];

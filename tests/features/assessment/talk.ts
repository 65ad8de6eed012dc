import type { VignetteDefinition } from "#app/features/catalogue/compiled.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { course, publishedEdition } from "./test-taker.ts";

/** A conversation of two choices with three ends, at a lesson of the published course. */
export const talk = { slug: course.slug, lessonId: "alleen-of-eenzaam", vignetteId: "vignet-proef" };

const choice = (id: string, to: string, points: number) => ({
  id,
  text: `<p>Ik zeg ${id}.</p>`,
  to,
  criterion: points === 1 ? "rust" : "open",
  points,
  feedback: `<p>Uitleg bij ${id}.</p>`,
  sources: ["perlman-peplau-1981"],
});
const end = (id: string) => ({ id, text: `<p>Slot ${id}.</p>`, lesson: `<p>Les van ${id}.</p>`, choices: [] });

const definition: VignetteDefinition = {
  id: talk.vignetteId,
  lessonId: talk.lessonId,
  title: "Een deur op een kier",
  minutes: 6,
  intro: "<p>Mevrouw De Wit is verzonnen.</p>",
  rubric: [
    { id: "open", text: "Je vraagt open." },
    { id: "rust", text: "Je laat stilte toe." },
  ],
  start: "deur",
  scenes: [
    { id: "deur", text: "<p>De deur gaat open.</p>", lesson: null, choices: [choice("vraag", "stilte", 2), choice("raad", "koel", 0)] },
    { id: "stilte", text: "<p>Het is stil.</p>", lesson: null, choices: [choice("wacht", "warm", 1), choice("praat", "lauw", 0)] },
    end("warm"),
    end("lauw"),
    end("koel"),
  ],
};

/** Publishes the course with the conversation in it. */
export async function publishedTalk(): Promise<{ editionId: string; revisionId: string }> {
  const edition = await publishedEdition();
  const { revisionId } = edition;
  await db.revisionVignette.createMany({
    data: [
      {
        revisionId,
        vignetteId: talk.vignetteId,
        lessonId: talk.lessonId,
        definition: definition as unknown as Prisma.InputJsonObject,
        sourceHash: "proef",
      },
    ],
    skipDuplicates: true,
  });
  return edition;
}

/** The edition asks these and, as always, its final test. */
export async function askFor(editionId: string, requirements: Prisma.InputJsonArray): Promise<void> {
  await db.edition.update({ where: { id: editionId }, data: { requirements }, select: { id: true } });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server.js";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "#app/features/accounts/sessions.server.ts";
import { CourseList } from "#app/features/catalogue/course-list.tsx";
import { ForOrganisations } from "#app/features/catalogue/for-organisations.tsx";
import { LessonBlocks } from "#app/features/catalogue/lesson-blocks.tsx";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { SourceList } from "#app/features/catalogue/source-list.tsx";
import { TERMS_VERSION } from "#app/features/catalogue/terms.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { changedDisplay, displayCookie, readDisplay } from "#app/http/display.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { keepKnown } from "#app/routes/account/known-cookie.server.ts";
import { keepPending } from "#app/routes/account/pending-cookie.server.ts";
import { purchaseAhead } from "#app/routes/account/purchase.server.ts";
import { loader as course } from "#app/routes/catalogue/course.tsx";
import { loader as courses } from "#app/routes/catalogue/courses.tsx";
import { loader as preview } from "#app/routes/catalogue/preview.tsx";
import { hintCookie } from "#app/routes/learn/hints.server.ts";
import { loader as home } from "#app/routes/marketing/home.tsx";
import { action as language } from "#app/routes/marketing/language.tsx";
import { loader as privacy } from "#app/routes/marketing/privacy.tsx";
import { loader as robots } from "#app/routes/marketing/robots.ts";
import { loader as sitemap } from "#app/routes/marketing/sitemap.ts";
import { loader as terms } from "#app/routes/marketing/terms.tsx";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

const SLUG = "gemis-is-geen-alleen-zijn";
const now = new Date("2026-12-01T10:00:00Z");
const context = {
  nonce: "n",
  locale: "nl" as const,
  viewer: null,
  sessionPublicId: null,
  renewedCookie: null,
  local: true,
  clientAddress: "127.0.0.1",
  now,
};
const asked = (params: Record<string, string> = {}, locale: "nl" | "en" = "nl"): LoaderFunctionArgs => ({
  params,
  request: new Request("http://localhost:3000/"),
  context: { ...context, locale },
});
const posted = (fields: Record<string, string>, viewer: typeof context.viewer | object = null) =>
  ({
    params: {},
    request: new Request("http://localhost:3000/language", { method: "POST", body: new URLSearchParams(fields) }),
    context: { ...context, viewer },
  }) as unknown as ActionFunctionArgs;
const statusOf = async (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: Response) => thrown.status,
  );

beforeAll(async () => {
  await publishOnly([oneCourse], now);
});

describe("public pages", () => {
  it("lead with the provider and show the course", async () => {
    const data = await home(asked());
    expect(data.name).toContain("Voorbeeldacademie");
    expect(data.note).toContain("verzonnen");
    expect(data.cards).toHaveLength(1);
    expect(data.meta).toContainEqual({ tagName: "link", rel: "canonical", href: "http://localhost:3000/" });
    expect((await courses(asked())).jsonLd).toBeNull();
  });

  it("answer what a buyer asks", async () => {
    const data = await course(asked({ slug: SLUG }));
    expect(data.forSale).toBe(true);
    expect(data.reviewer).toBeNull();
    expect(data.course.studyLoad.total).toBeGreaterThan(100);
    expect(data.sources.length).toBeGreaterThan(40);
    expect(data.recommended).toHaveLength(7);
    expect(JSON.parse(data.jsonLd)).toMatchObject({
      "@type": "Course",
      offers: { price: "95.00", priceCurrency: "EUR" },
      hasCourseInstance: { courseWorkload: `PT${Math.floor(data.course.studyLoad.total / 60)}H${data.course.studyLoad.total % 60}M` },
    });
    expect(data.meta).toContainEqual({ property: "og:title", content: "Gemis is geen alleen-zijn" });
  });

  it("call a course by one name in both languages, and say in English what it means", async () => {
    const data = await course(asked({ slug: SLUG }, "en"));
    expect(data.english).toBe(true);
    expect(data.course).toMatchObject({ title: "Gemis is geen alleen-zijn", titleEn: "Longing is not the same as being alone" });
    expect(data.meta).toContainEqual({ property: "og:title", content: "Gemis is geen alleen-zijn" });
    expect((await course(asked({ slug: SLUG }))).english).toBe(false);
    const list = renderToStaticMarkup(
      createElement(StaticRouter, { location: "/" }, createElement(CourseList, { cards: (await home(asked({}, "en"))).cards })),
    );
    expect(list.match(/Gemis is geen alleen-zijn/g)).toHaveLength(1);
    expect(list.match(/Longing is not the same as being alone/g)).toHaveLength(1);
    expect(await purchaseAhead(paths.buy(SLUG), { locale: "en", now })).toMatchObject({ title: "Gemis is geen alleen-zijn", lang: "nl" });
  });

  it("tell an organisation what it gets and what it does not", async () => {
    const { contact } = await course(asked({ slug: SLUG }));
    const html = renderToStaticMarkup(createElement(ForOrganisations, { contact }));
    expect(html).toContain("geen btw-factuur");
    expect(html).toContain("Die verkopen we nog niet");
    expect(html).toContain(`mailto:${contact.email}`);
  });

  it("are not found where there is nothing, whatever was typed", async () => {
    expect(await statusOf(course(asked({ slug: "bestaat-niet" })))).toBe(404);
    expect(await statusOf(course(asked({ slug: "\u0000" })))).toBe(404);
    expect(await statusOf(preview(asked({ slug: SLUG, lessonId: "welk-gemis" })))).toBe(404);
  });

  it("show the preview lesson whole, with prompts and help lines, and no discussion", async () => {
    const data = await preview(asked({ slug: SLUG, lessonId: "alleen-of-eenzaam" }));
    const references = Object.fromEntries(data.sources.map((source) => [source.key, source]));
    const html = renderToStaticMarkup(
      createElement(
        "div",
        null,
        ...data.lesson.steps.map((step) => createElement(LessonBlocks, { key: step.id, blocks: step.blocks, references })),
      ),
    );
    expect(html).toContain("meneer Aalders");
    expect(html).toContain("Denk aan twee momenten");
    expect(html).toContain("Gesteund met correctie");
    expect(html).toMatch(/<details><summary>/);
    expect(html).not.toContain("<textarea");
    expect(html).not.toMatch(/style=|on[a-z]+="/);
    // Boxes of which there are many are no landmarks: all would bear one name.
    expect(html).toContain('<figure class="lesson-block claim');
    expect(html).not.toMatch(/role="region"|<section[^>]*aria-label="/);
    const list = renderToStaticMarkup(createElement(SourceList, { references: data.sources }));
    for (const [, key] of html.matchAll(/href="#(bron-[a-z0-9-]+)"/g)) expect(list).toContain(`id="${key}"`);
    // From each source one comes back to a place in the lesson, and to one only.
    const anchors = [...html.matchAll(/id="(cite-[a-z0-9-]+)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect([...list.matchAll(/href="#(cite-[a-z0-9-]+)"/g)].map(([, id]) => id).sort()).toEqual(anchors.sort());
    expect(renderToStaticMarkup(createElement(SourceList, { references: data.sources, alone: true }))).not.toContain("#cite-");
    expect(list).toContain("nog niet nagetrokken");
    const safety = renderToStaticMarkup(createElement(SafetyBlock, { helpLines: data.helpLines }));
    expect(safety).toContain('href="tel:113"');
    expect(safety).toContain('href="tel:106"');
  });

  it("give terms with the model withdrawal form, and a privacy statement, in both languages", async () => {
    for (const locale of ["nl", "en"] as const) {
      const { sections } = await terms(asked({}, locale));
      expect(sections.find((section) => section.id === "formulier")?.list).toHaveLength(7);
      expect(JSON.stringify(sections)).toContain(TERMS_VERSION);
      expect((await privacy(asked({}, locale))).sections.map((section) => section.id)).toEqual([
        "wie",
        "wat",
        "delen",
        "waar",
        "cookies",
        "hoelang",
        "rechten",
      ]);
    }
  });

  it("say where data is kept in the provider's words, and that it does not say so yet where it does not", async () => {
    const kept = async (locale: "nl" | "en") =>
      (await privacy(asked({}, locale))).sections.find(({ id }) => id === "waar")?.paragraphs.join(" ");
    expect(await kept("nl")).toContain("heeft de aanbieder hier nog niet ingevuld");
    expect(await kept("en")).toContain("has not yet stated");
    const { details } = await db.provider.findUniqueOrThrow({ where: { id: 1 }, select: { details: true } });
    const dataHandling = { nl: "In Nederland, bij een bedrijf met een naam.", en: "In the Netherlands, with a company that has a name." };
    await db.provider.update({ where: { id: 1 }, data: { details: { ...(details as object), dataHandling } } });
    expect([await kept("nl"), await kept("en")]).toEqual([dataHandling.nl, dataHandling.en]);
  });

  it("say in the terms that nobody watches a test being made", async () => {
    expect(JSON.stringify((await terms(asked())).sections)).toContain("zonder toezicht; we controleren niet wie ze maakt");
    expect(JSON.stringify((await terms(asked({}, "en"))).sections)).toContain("without supervision; we do not check who takes them");
  });

  it("name every cookie that is set, in both languages", async () => {
    const { id } = await db.person.create({ data: { name: "C", email: "c@example.org", emailKey: "c@example.org" }, select: { id: true } });
    const set = [
      await openSession(id, "test"),
      keepPending("sealed"),
      keepKnown(asked().request, "c@example.org", now),
      localeCookie("nl", false),
      displayCookie(changedDisplay(readDisplay(null), new FormData()), false),
      hintCookie(null, "begin", false),
    ];
    for (const locale of ["nl", "en"] as const) {
      const cookies = JSON.stringify((await privacy(asked({}, locale))).sections.find(({ id }) => id === "cookies"));
      for (const cookie of set) expect(cookies).toContain(`‘${cookie.split("=")[0]}’`);
    }
  });

  it("can be found by search engines", async () => {
    expect(await robots().text()).toContain("Sitemap: http://localhost:3000/sitemap.xml");
    const xml = await (await sitemap(asked())).text();
    expect(xml).toContain(`<loc>http://localhost:3000/masterclasses/${SLUG}</loc><lastmod>`);
    expect(xml).toContain("/preview/alleen-of-eenzaam</loc>");
  });
});

describe("the list of courses", () => {
  const listed = (query: string) => courses({ ...asked(), request: new Request(`http://localhost:3000/masterclasses${query}`) });

  it("finds by word and says what was asked; what is not there leaves a way out", async () => {
    expect(await listed("?q=GEMIS+cliënt")).toMatchObject({ narrowed: true, found: 1, all: 1, wish: { words: "GEMIS cliënt" } });
    expect(await listed("?q=boekhouden")).toMatchObject({ narrowed: true, found: 0, all: 1, cards: [] });
  });

  it("offers no choice that one course does not need, and shows everything for an address it does not understand", async () => {
    const page = await listed("?kind=cursus&price=&page=zeven");
    expect(page).toMatchObject({ facets: [], narrowed: false, found: 1, page: 1, pages: 1 });
    expect(page.cards[0]).toMatchObject({ level: "hbo+", registers: ["Registerplein", "SKJ", "V&VN Kwaliteitsregister"] });
  });
});

describe("who looks at a course", () => {
  const lookedAtBy = async (viewer: { id: string } | null, at = now) => {
    const given = {
      params: { slug: SLUG, lessonId: "alleen-of-eenzaam" },
      request: asked().request,
      context: { ...context, viewer, now: at },
    };
    const [whole, lesson] = await Promise.all([course, preview].map((door) => door(given as unknown as LoaderFunctionArgs)));
    expect(lesson?.sale).toEqual(whole?.sale);
    return whole?.sale;
  };
  const someone = async (name: string) => {
    const email = `${name}@example.org`;
    return db.person.create({ data: { name, email, emailKey: email }, select: { id: true } });
  };

  it("may order it, with its price at hand to the end of the page", async () => {
    expect(await lookedAtBy(null)).toMatchObject({ kind: "for-sale", amountCents: 9500, accessMonths: 12, vatExempt: false });
    expect(await lookedAtBy(await someone("nieuw"))).toMatchObject({ kind: "for-sale" });
    expect((await home(asked())).cards[0]?.preview).toBe("alleen-of-eenzaam");
  });

  it("is not sold what they follow already, nor what will open by itself", async () => {
    const { id } = await someone("volger");
    const edition = await db.edition.findFirstOrThrow({ where: { courseSlug: SLUG }, select: { id: true } });
    const startsAt = new Date("2026-12-10T00:00:00Z");
    const ground = {
      personId: id,
      courseSlug: SLUG,
      editionId: edition.id,
      kind: "purchase" as const,
      source: "regel",
      mode: "sandbox" as const,
    };
    await addGround(db, { ...ground, startsAt, endsAt: new Date("2027-12-10T00:00:00Z") }, now);
    expect(await lookedAtBy({ id })).toEqual({ kind: "starts", slug: SLUG, on: startsAt });
    expect(await lookedAtBy({ id }, new Date("2026-12-11T00:00:00Z"))).toEqual({ kind: "following", slug: SLUG });
  });
});

describe("the language switch", () => {
  it("sets the cookie and goes back where it was", async () => {
    const response = await language(posted({ locale: "en", next: "/masterclasses?x=1" }));
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/masterclasses?x=1"]);
    expect(response.headers.get("Set-Cookie")).toMatch(/^taal=en;/);
  });

  it("keeps the choice of someone signed in", async () => {
    const { id } = await db.person.create({ data: { name: "A", email: "a@example.org", emailKey: "a@example.org" }, select: { id: true } });
    await language(posted({ locale: "en", next: "/" }, { id }));
    expect(await db.person.findUnique({ where: { id }, select: { locale: true } })).toEqual({ locale: "en" });
  });

  it("leads nowhere else and knows no third language", async () => {
    expect((await language(posted({ locale: "en", next: "//evil.example" }))).headers.get("Location")).toBe("/");
    expect((await language(posted({ locale: "de", next: "/terms" }))).headers.get("Set-Cookie")).toBeNull();
  });
});

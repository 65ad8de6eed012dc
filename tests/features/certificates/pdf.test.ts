import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { certificatePdf, unprintableIn } from "#app/features/certificates/certificate-pdf.server.ts";
import type { CertificateLogo } from "#app/features/certificates/render-request.ts";
import type { PrintedFacts } from "#app/features/certificates/snapshot.ts";

const printed: PrintedFacts = {
  name: "Sanne de Vries",
  course: { slug: "gemis-is-geen-alleen-zijn", kind: "module", title: "Gemis is geen alleen-zijn" },
  edition: "2026.1",
  revision: 2,
  studyMinutes: 205,
  practiceMinutes: 60,
  completedOn: "2026-11-22",
  issuedOn: "2026-11-23",
  result: "Toets behaald",
  accreditations: [{ register: "Registerplein", courseId: "4321", pointsHundredth: 350, category: "vakinhoudelijk" }],
  provider: { name: "Voorbeeldacademie De Kring (fictief)", kvk: "00000000" },
  signatory: { name: "Cursusbureau", role: "namens de aanbieder" },
  mode: "live",
  code: "7H2K-9QWE-0ABC-XYZ1",
  verifyUrl: "https://leren.example.nl/verify/7H2K-9QWE-0ABC-XYZ1",
};
const issuedAt = new Date("2026-11-23T10:00:00Z");

async function bytesOf(facts: Partial<PrintedFacts> = {}): Promise<Uint8Array> {
  const answer = await certificatePdf({ ...printed, ...facts }, issuedAt);
  if (!answer.ok) throw new Error(`missing: ${answer.characters}`);
  return answer.pdf;
}

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true }).promise;

async function read(facts: Partial<PrintedFacts> = {}) {
  const document = await open(await bytesOf(facts));
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ("str" in item ? [item.str] : []));
  return { document, page, pieces, text: pieces.join(" ").replace(/\s+/g, " ") };
}

/** Letters only, so that a line broken at a hyphen still reads as the name. */
const letters = (text: string) => text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");

describe("names", () => {
  test.each([
    "Bo",
    "Sanne de Vries",
    "İpek Şahin-Çağlayan",
    "Agnieszka Łukaszewska",
    "Nguyễn Thị Ánh Tuyết",
    "Þórður Ćirić-Ñandú van ’t Hoff",
    "Юлия Шевченко",
    "Αθηνά Παπαδοπούλου",
    "Wilhelmina Johanna Catharina van der Heijden-van Oldenbarneveldt tot Stoutenburg-Łukaszewska",
    "n".repeat(120),
    'Jan "#panic()" $x$ \\ de Boer',
  ])("%s reads back as it was typed, on one page", async (name) => {
    const { document, text } = await read({ name });
    expect(document.numPages).toBe(1);
    expect(letters(text)).toContain(letters(name));
  });

  // A PDF lists Arabic glyphs as they stand on paper; the letters themselves must all be there, none as a box.
  test.each(["محمد عبد الرحمن", "Fatima الزهراء de Vries-Öztürk"])("%s keeps all its letters", async (name) => {
    const { document, text } = await read({ name });
    expect(document.numPages).toBe(1);
    for (const letter of letters(name)) expect(text).toContain(letter);
    const latin = name.match(/[\p{Script=Latin} -]{3,}/gu) ?? [];
    for (const part of latin) expect(letters(text)).toContain(letters(part));
    expect(text).not.toMatch(/[\uFFFD\u25A1]/);
  });

  test("stay inside the frame at every length", async () => {
    for (const length of [5, 20, 40, 60, 90, 120]) {
      const { page } = await read({ name: "Anneke-Maria van Dijk ".repeat(6).slice(0, length).trim() });
      const { items } = await page.getTextContent();
      const [, , width] = page.view;
      for (const item of items) {
        if (!("str" in item) || !item.str.trim()) continue;
        expect(item.transform[4]).toBeGreaterThan(30);
        expect(item.transform[4] + item.width).toBeLessThan((width ?? 0) - 30);
      }
    }
  });

  test("with letters that no font has are told before anything is issued", async () => {
    expect(await unprintableIn("Sanne 田中")).toEqual(["田", "中"]);
    expect(await unprintableIn("😀 Bo")).toEqual(["😀"]);
    expect(await unprintableIn("Fatima الزهراء de Vries-Öztürk")).toEqual([]);
  });
});

describe("facts", () => {
  test("stand on the paper, each of them", async () => {
    const { text } = await read();
    for (const fact of [
      "Sanne de Vries",
      "Gemis is geen alleen-zijn",
      "Toets behaald",
      "22 november 2026",
      "23 november 2026",
      "3 uur en 25 minuten",
      "1 uur, niet meegeteld",
      "2026.1, revisie 2",
      "Registerplein: 3,5 punten (vakinhoudelijk, ID-nummer 4321)",
      "Voorbeeldacademie De Kring (fictief), KvK 00000000",
      "Cursusbureau",
      "namens de aanbieder",
      "7H2K-9QWE-0ABC-XYZ1",
      "https://leren.example.nl/verify/7H2K-9QWE-0ABC-XYZ1",
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain("OEFENVERSIE");
  });

  test("without points it says so", async () => {
    expect((await read({ accreditations: [] })).text).toContain("geen accreditatiepunten");
  });

  test.each(["sandbox", "test"] as const)("%s is marked across the page", async (mode) => {
    expect((await read({ mode })).text).toContain("OEFENVERSIE – geen bewijs van scholing");
  });

  test("the same facts make the same bytes", async () => {
    expect(Buffer.compare(await bytesOf(), await bytesOf())).toBe(0);
  });
});

describe("the document", () => {
  let plain: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    plain = await read();
  });

  test("is tagged, Dutch, titled and PDF/A-3a", async () => {
    const raw = Buffer.from(await bytesOf()).toString("latin1");
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/Lang \(nl\b/);
    const { info, metadata } = await plain.document.getMetadata();
    expect(info).toMatchObject({ Title: "Certificaat: Gemis is geen alleen-zijn", Language: expect.stringMatching(/^nl/) });
    expect(metadata?.get("pdfaid:part")).toBe("3");
    expect(metadata?.get("pdfaid:conformance")).toBe("A");
  });

  test("has one heading, a table and a QR code with its text alternative", async () => {
    const roles: string[] = [];
    const alternatives: string[] = [];
    const walk = (node: { role?: string; alt?: string; children?: unknown[] }) => {
      if (node.role) roles.push(node.role);
      if (node.alt) alternatives.push(node.alt);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk((await plain.page.getStructTree()) as Parameters<typeof walk>[0]);
    expect(roles.filter((role) => role === "H1")).toHaveLength(1);
    expect(roles).toEqual(expect.arrayContaining(["Table", "TR", "TD", "Link"]));
    expect(alternatives).toContain(`QR-code die leidt naar ${printed.verifyUrl}`);
  });

  test("carries every font it uses", async () => {
    const operators = await plain.page.getOperatorList();
    const names = new Set(
      operators.fnArray.flatMap((operator, index) => (operator === OPS.setFont ? [String(operators.argsArray[index]?.[0])] : [])),
    );
    expect(names.size).toBeGreaterThan(2);
    for (const name of names) {
      const font = plain.page.commonObjs.get(name) as { missingFile?: boolean; name: string };
      expect(font.name).toMatch(/^[A-Z]{6}\+Noto/);
      expect(font.missingFile ?? false).toBe(false);
    }
  });

  test("its QR code, read from the printed page, is the verify address", async () => {
    const viewport = plain.page.getViewport({ scale: 3 });
    const canvas = createCanvas(viewport.width, viewport.height);
    const context = canvas.getContext("2d");
    await plain.page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
    const [x, y] = [Math.floor(viewport.width * 0.6), Math.floor(viewport.height * 0.7)];
    const corner = context.getImageData(x, y, Math.floor(viewport.width) - x, Math.floor(viewport.height) - y);
    expect(jsQR(new Uint8ClampedArray(corner.data), corner.width, corner.height)?.data).toBe(printed.verifyUrl);
  });
});

describe("the provider's logo", () => {
  const svg = (colour: string) => ({
    bytes: new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="${colour}"/></svg>`,
    ),
    mediaType: "image/svg+xml",
  });
  const square = createCanvas(12, 12);
  const ink = square.getContext("2d");
  ink.fillStyle = "#00ff00";
  ink.fillRect(0, 0, 12, 12);
  const png = { bytes: new Uint8Array(square.toBuffer("image/png")), mediaType: "image/png" };

  async function under(logo: CertificateLogo | null) {
    const answer = await certificatePdf(printed, issuedAt, logo);
    if (!answer.ok) throw new Error(`missing: ${answer.characters}`);
    const document = await open(answer.pdf);
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: 1 });
    const canvas = createCanvas(viewport.width, viewport.height);
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext("2d") as never, viewport }).promise;
    // Where the rings stand, a little above the name of the provider.
    const [red = 0, green = 0, blue = 0] = canvas.getContext("2d").getImageData(Math.round(viewport.width / 2), 100, 1, 1).data;
    return { pages: document.numPages, colour: [red, green, blue], bytes: answer.pdf, tree: JSON.stringify(await page.getStructTree()) };
  }

  test.each([
    ["an SVG", svg("#ff0000"), [255, 0, 0]],
    ["another SVG", svg("#0000ff"), [0, 0, 255]],
    ["a PNG", png, [0, 255, 0]],
  ])("stands on the paper, with the provider's name for who cannot see it: %s", async (_kind, logo, colour) => {
    const paper = await under(logo);
    expect(paper).toMatchObject({ pages: 1, colour });
    expect(paper.tree).toContain(`"alt":"${printed.provider.name}"`);
    expect(Buffer.compare(paper.bytes, (await under(logo)).bytes)).toBe(0);
  });

  test("that cannot be set leaves the paper as it is without one", async () => {
    const broken = await under({ bytes: new TextEncoder().encode("<svg nonsense"), mediaType: "image/svg+xml" });
    expect(Buffer.compare(broken.bytes, await bytesOf())).toBe(0);
  });

  test("is gone from the next paper that has none", async () => {
    await under(svg("#ff0000"));
    expect(Buffer.compare((await under(null)).bytes, await bytesOf())).toBe(0);
    expect((await under(null)).colour).not.toEqual([255, 0, 0]);
  });
});

test("the event loop goes on while certificates are set", async () => {
  await bytesOf();
  let longest = 0;
  const started = performance.now();
  let last = started;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await Promise.all(Array.from({ length: 20 }, (_, index) => bytesOf({ name: `Naam ${"x".repeat(index)}` })));
  clearInterval(timer);
  // Set on the event loop itself, one wait would be nearly as long as all the work.
  expect(longest).toBeLessThan((performance.now() - started) / 3);
});

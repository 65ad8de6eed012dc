import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import type * as Typst from "@myriaddreamin/typst-ts-node-compiler";
import { toString as qrCode } from "qrcode";
import type { RenderAnswer, RenderRequest } from "./render-request.ts";

/**
 * Sets certificates in a thread of its own, so that no page waits for a PDF. Run as a file by Node itself, outside the
 * server's bundle: it imports npm packages and types only.
 */
const require = createRequire(import.meta.url);
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler") as typeof Typst;

/** Type set by us and shipped with the file; the machine's own fonts are never used. */
const fonts = [
  "noto-serif/400Regular/NotoSerif_400Regular",
  "noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic",
  "noto-serif/600SemiBold/NotoSerif_600SemiBold",
  "noto-sans/400Regular/NotoSans_400Regular",
  "noto-sans/600SemiBold/NotoSans_600SemiBold",
  "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular",
  "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold",
];
const fontFile = (name: string) =>
  join(dirname(require.resolve(`@expo-google-fonts/${name.split("/")[0]}/package.json`)), `${name.split("/").slice(1).join("/")}.ttf`);

const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(fontFile(name))) }],
});
const template = readFileSync(join(import.meta.dirname, "certificate.typ"), "utf8");

/** PDF/A-3a: tagged, every font inside, and a letter without a glyph is an error instead of a box. */
const STANDARD = "a-3a";
const missingGlyph = /the text `\\?"(.*?)\\?"` could not be displayed/g;

async function render({ logo, ...request }: RenderRequest): Promise<RenderAnswer> {
  // level M, and the quiet zone of four modules that readers ask for
  const qr = await qrCode(request.verifyUrl, {
    type: "svg",
    errorCorrectionLevel: "M",
    margin: 4,
    color: { dark: "#241f18", light: "#ffffff" },
  });
  if (!logo) return set(request, { qr });
  const name = logo.mediaType === "image/png" ? "logo.png" : "logo.svg";
  const place = join(import.meta.dirname, name);
  compiler.mapShadow(place, Buffer.from(logo.bytes));
  try {
    const answer = set(request, { qr, logo: `/${name}` });
    if (answer.ok) return answer;
  } catch {
    // A picture that cannot be set is nothing to wait for; what else is wrong shows without it too.
  } finally {
    compiler.unmapShadow(place);
  }
  return set(request, { qr });
}

/** From here on nothing waits: no other request comes between a picture and its paper. */
function set({ data, createdAt }: Omit<RenderRequest, "logo">, pictures: Record<string, string>): RenderAnswer {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data, ...pictures } });
  if (!compiled.result) throw new Error(`The certificate does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  try {
    const pdf = compiler.pdf(compiled.result, { pdfStandard: STANDARD, creationTimestamp: createdAt });
    return { ok: true, pdf: new Uint8Array(pdf) };
  } catch (error) {
    const missing = [...String(error).matchAll(missingGlyph)].map((match) => match[1] ?? "");
    if (missing.length === 0) throw error;
    return { ok: false, reason: "missing-glyph", characters: [...new Set(missing)] };
  } finally {
    compiler.evictCache(10);
  }
}

parentPort?.on("message", ({ id, request }: { id: number; request: RenderRequest }) => {
  render(request).then(
    (answer) => parentPort?.postMessage({ id, answer }),
    (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});

import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The first page of a PDF as a reader and a phone's camera see it. */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; letters: string; qr: string }> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items
    .flatMap((item) => ("str" in item ? [item.str] : []))
    .join(" ")
    .replace(/\s+/g, " ");
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext("2d");
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = jsQR(new Uint8ClampedArray(pixels.data), canvas.width, canvas.height);
  return { text, letters: text.normalize("NFC").replace(/[^\p{L}]/gu, ""), qr: found?.data ?? "" };
}

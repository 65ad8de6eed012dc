/** The provider's logo as it stands beside provider.yaml. */
export interface LogoFile {
  bytes: Uint8Array;
  mediaType: "image/svg+xml" | "image/png";
}

export const LARGEST_LOGO = 60_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export interface LogoFault {
  message: string;
  advice: string;
}

/** What is wrong with the name alone; null for one that may be looked for beside provider.yaml. */
export function faultOfLogoName(name: string): LogoFault | null {
  if (/^[\w][\w.-]*\.(?:svg|png)$/i.test(name)) return null;
  return {
    message: `Het logo ‘${name}’ is geen SVG of PNG.`,
    advice: "Noem een bestand naast provider.yaml dat eindigt op .svg of .png, zonder map ervoor.",
  };
}

/** What is wrong with what stands there under the name, before any of it is read. @param found null when nothing does */
export function faultOfFoundLogo(name: string, found: { isFile: boolean; size: number } | null): LogoFault | null {
  if (found === null)
    return { message: `Het logo ‘${name}’ bestaat niet.`, advice: "Zet het bestand naast provider.yaml, of haal de regel logo weg." };
  if (!found.isFile)
    return { message: `Het logo ‘${name}’ is geen bestand.`, advice: "Zet naast provider.yaml een bestand met die naam, geen map." };
  if (found.size > LARGEST_LOGO)
    return {
      message: `Het logo ‘${name}’ is ${Math.ceil(found.size / 1000)} kB; 60 kB is het meeste.`,
      advice: "Het staat op elke pagina. Maak het bestand kleiner, of gebruik een SVG.",
    };
  return null;
}

/** The logo in the bytes of a file that was found good so far, or what is wrong with them. */
export function readLogo(name: string, bytes: Uint8Array): LogoFile | LogoFault {
  if (PNG.every((byte, place) => bytes[place] === byte)) return { bytes, mediaType: "image/png" };
  if (isSvg(bytes)) return { bytes, mediaType: "image/svg+xml" };
  return {
    message: `In ‘${name}’ zit geen SVG of PNG.`,
    advice: "Sla het logo opnieuw op als SVG of PNG; een andere naam alleen is niet genoeg.",
  };
}

/** An `svg` element, after what may stand before it. Whether it runs scripts does not matter: it is only ever shown as an image. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text);
}

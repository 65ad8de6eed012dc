import { describe, expect, it } from "vitest";
import { faultOfFoundLogo, faultOfLogoName, LARGEST_LOGO, readLogo } from "./logo-file.ts";

const text = (value: string) => new TextEncoder().encode(value);
const svg = text('<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

describe("the provider's logo", () => {
  it("may be an SVG or a PNG", () => {
    expect([faultOfLogoName("logo.svg"), faultOfLogoName("Logo_2.PNG")]).toEqual([null, null]);
    expect(faultOfFoundLogo("logo.svg", { isFile: true, size: LARGEST_LOGO })).toBeNull();
    expect(readLogo("logo.svg", svg)).toMatchObject({ mediaType: "image/svg+xml" });
    expect(readLogo("Logo_2.PNG", png)).toMatchObject({ mediaType: "image/png" });
  });

  it.each<[string, unknown, string]>([
    ["of another kind", faultOfLogoName("logo.jpg"), "is geen SVG of PNG"],
    ["in another folder", faultOfLogoName("../logo.svg"), "is geen SVG of PNG"],
    ["that is the folder itself", faultOfLogoName("."), "is geen SVG of PNG"],
    ["that is not there", faultOfFoundLogo("logo.svg", null), "‘logo.svg’ bestaat niet"],
    ["that is a folder", faultOfFoundLogo("logo.svg", { isFile: false, size: 4096 }), "‘logo.svg’ is geen bestand"],
    ["that is too large", faultOfFoundLogo("logo.svg", { isFile: true, size: LARGEST_LOGO + 1 }), "61 kB; 60 kB is het meeste"],
    ["that only is called so", readLogo("logo.png", text("<html>")), "zit geen SVG of PNG"],
  ])("refuses one %s", (_what, fault, message) => {
    expect(fault).toMatchObject({ message: expect.stringContaining(message), advice: expect.stringMatching(/\.$/) });
  });
});

import { describe, expect, it } from "vitest";
import { LARGEST_LOGO, readLogo } from "./logo-file.ts";

const text = (value: string) => new TextEncoder().encode(value);
const svg = text('<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

describe("the provider's logo", () => {
  it("may be an SVG or a PNG", () => {
    expect(readLogo("logo.svg", svg)).toMatchObject({ mediaType: "image/svg+xml" });
    expect(readLogo("Logo_2.PNG", png)).toMatchObject({ mediaType: "image/png" });
  });

  it.each<[string, string, Uint8Array | null, string]>([
    ["that is not there", "logo.svg", null, "‘logo.svg’ bestaat niet"],
    ["of another kind", "logo.jpg", png, "is geen SVG of PNG"],
    ["in another folder", "../logo.svg", svg, "is geen SVG of PNG"],
    ["that only is called so", "logo.png", text("<html>"), "zit geen SVG of PNG"],
    ["that is too large", "logo.svg", new Uint8Array(LARGEST_LOGO + 1), "61 kB; 60 kB is het meeste"],
  ])("refuses one %s", (_what, name, bytes, message) => {
    const fault = readLogo(name, bytes);
    expect(fault).toMatchObject({ message: expect.stringContaining(message) });
    expect("advice" in fault && fault.advice).not.toBe("");
  });
});

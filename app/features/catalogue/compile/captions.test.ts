import { describe, expect, it } from "vitest";
import { captionFaults } from "./captions.ts";

const cue = "WEBVTT\n\n00:00.000 --> 00:01.500\nGoedemorgen.\n";

describe("captions", () => {
  it.each([
    cue,
    `\uFEFF${cue}`,
    cue.replaceAll("\n", "\r\n"),
    "WEBVTT Nederlands\n\nNOTE van de redactie\n\n1\n01:00:00.000 --> 01:00:02.000 line:0\nTwee regels\nonder elkaar.\n",
  ])("that browsers show are right: %j", (text) => expect(captionFaults(text)).toEqual([]));

  it.each<[string, string, number, string]>([
    ["another format", "1\n00:00:00,000 --> 00:00:01,000\nHallo", 1, "niet WEBVTT"],
    ["no cue at all", "WEBVTT\n\nHallo", 1, "geen enkele regel"],
    ["a comma in a time", "WEBVTT\n\n00:00,000 --> 00:01.000\nHallo", 3, "niet te lezen"],
    ["a cue that ends before it begins", "WEBVTT\n\n00:02.000 --> 00:01.000\nHallo", 3, "eindigt niet na"],
    ["a cue without words", "WEBVTT\n\n00:00.000 --> 00:01.000\n\nHallo", 3, "geen tekst"],
    ["cues out of order", "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na", 6, "vóór de vorige"],
  ])("are refused with %s", (_name, text, line, message) => {
    expect(captionFaults(text)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });
});

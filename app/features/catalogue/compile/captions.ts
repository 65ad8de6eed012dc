/** What is wrong with one line of a captions file. */
export interface CaptionFault {
  /** 1-based */
  line: number;
  message: string;
}

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t].*)?$`);

/**
 * Faults in WebVTT captions (https://www.w3.org/TR/webvtt1/), as strict as browsers are: a cue that they would drop in silence is one
 * that a deaf reader misses. Cues must follow one another in time.
 */
export function captionFaults(text: string): CaptionFault[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return [{ line: 1, message: "De eerste regel is niet WEBVTT." }];
  const faults: CaptionFault[] = [];
  let cues = 0;
  let previous = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes("-->")) continue;
    const fault = (message: string) => faults.push({ line: index + 1, message });
    cues += 1;
    const [start, end] = timesOf(line) ?? [];
    if (start === undefined || end === undefined) {
      fault(`De tijden ‘${line.trim()}’ zijn niet te lezen.`);
      continue;
    }
    if (end <= start) fault("Deze regel eindigt niet na zijn begin.");
    if (start < previous) fault("Deze regel begint vóór de vorige.");
    if ((lines[index + 1] ?? "").trim() === "") fault("Onder deze tijden staat geen tekst.");
    previous = start;
  }
  return cues === 0 ? [{ line: 1, message: "Er staat geen enkele regel ondertiteling in." }] : faults;
}

/** Begin and end of a cue in milliseconds. */
function timesOf(line: string): [number, number] | null {
  const parts = timing
    .exec(line.trim())
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return null;
  const at = (from: number) =>
    (((parts[from] ?? 0) * 60 + (parts[from + 1] ?? 0)) * 60 + (parts[from + 2] ?? 0)) * 1000 + (parts[from + 3] ?? 0);
  return [at(0), at(4)];
}

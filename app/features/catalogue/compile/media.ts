import { createHash } from "node:crypto";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block } from "../compiled.ts";
import { hashOfPointer, MEDIA_FOLDER, mediaName, mediaTypeOf } from "../media.ts";
import { captionFaults } from "./captions.ts";
import { audioAttributes, videoAttributes } from "./course-schema.ts";
import type { LessonWork } from "./lesson-work.ts";

/** What a video or audio block names: files in the course's `media` folder. */
interface Named {
  src: string;
  poster?: string | undefined;
  captions?: string | undefined;
  transcript: string;
}

/** A clip with captions, and its whole text for who cannot or will not watch. */
export function compileVideo(work: LessonWork, node: ContainerDirective): Block | null {
  const given = work.attributes(node, videoAttributes);
  if (!given) return null;
  const files = new MediaFiles(work, node, given);
  const file = files.bytes(given.src, "video/");
  const poster = given.poster ? files.bytes(given.poster, "image/") : null;
  const captions = files.captions(given.captions);
  const transcript = files.transcript();
  const html = work.html(node.children);
  work.tally.minutes.media += given.minutes;
  if (!file || !captions || transcript === null) return null;
  return { kind: "video", id: given.id, title: given.title ?? null, minutes: given.minutes, html, file, poster, captions, transcript };
}

/** A recording and its whole text. */
export function compileAudio(work: LessonWork, node: ContainerDirective): Block | null {
  const given = work.attributes(node, audioAttributes);
  if (!given) return null;
  const files = new MediaFiles(work, node, given);
  const file = files.bytes(given.src, "audio/");
  const transcript = files.transcript();
  const html = work.html(node.children);
  work.tally.minutes.media += given.minutes;
  if (!file || transcript === null) return null;
  return { kind: "audio", id: given.id, title: given.title ?? null, minutes: given.minutes, html, file, transcript };
}

class MediaFiles {
  readonly work: LessonWork;
  readonly line: number;
  readonly named: Named;

  constructor(work: LessonWork, node: ContainerDirective, named: Named) {
    this.work = work;
    this.line = node.position?.start.line ?? 1;
    this.named = named;
  }

  /** @returns the text that stands in the course for a file of the media folder, or null once its absence is reported */
  read(name: string): string | null {
    const path = `${MEDIA_FOLDER}/${name}`;
    const text = this.work.around.fileText(path);
    if (text === undefined)
      this.work.fault(
        this.line,
        `Het bestand ‘${path}’ bestaat niet.`,
        "Verbeter de naam, of zet het bestand in de map media van de cursus.",
      );
    return text ?? null;
  }

  bytes(name: string, kind: "video/" | "audio/" | "image/"): string | null {
    if (!mediaTypeOf(name)?.startsWith(kind)) {
      const endings = { "video/": ".webm of .mp4", "audio/": ".mp3, .m4a, .ogg of .wav", "image/": ".webp, .jpg of .png" };
      this.work.fault(this.line, `‘${name}’ is hier geen bruikbaar bestand.`, `Gebruik een bestand dat eindigt op ${endings[kind]}.`);
      return null;
    }
    const text = this.read(name);
    const hash = text === null ? null : hashOfPointer(text);
    return hash ? mediaName(name, hash) : null;
  }

  captions(name: string): string | null {
    const text = this.read(name);
    if (text === null) return null;
    for (const { line, message } of captionFaults(text))
      this.work.around.report({
        file: `${MEDIA_FOLDER}/${name}`,
        line,
        message,
        advice: "Zet bovenaan WEBVTT, en dan per stuk tekst de tijden en de woorden: 00:01.000 --> 00:03.500, met de tekst eronder.",
      });
    return mediaName(name, createHash("sha256").update(text).digest("hex"));
  }

  transcript(): string | null {
    const text = this.read(this.named.transcript);
    return text === null ? null : this.work.otherFile(`${MEDIA_FOLDER}/${this.named.transcript}`, text);
  }
}

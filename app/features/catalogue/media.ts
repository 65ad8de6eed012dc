import type { CompiledLesson } from "./compiled.ts";

/**
 * Video, audio and what belongs to them: which files a course may hold in its `media` folder, and under which name each is served.
 * A name is the hash of its bytes, so what it leads to never changes.
 */
export const MEDIA_FOLDER = "media";

const types: Readonly<Record<string, string>> = {
  webm: "video/webm",
  mp4: "video/mp4",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  wav: "audio/wav",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  vtt: "text/vtt; charset=utf-8",
};
const endingOf = (path: string) => /\.([a-z0-9]+)$/.exec(path)?.[1] ?? "";

/** The media type a file is served with, or null for a file that is no media. */
export const mediaTypeOf = (path: string): string | null => types[endingOf(path)] ?? null;

/** Files whose bytes stay out of the course's text. Captions are text, and are read as such. */
export const isMediaBytes = (path: string) => path.startsWith(`${MEDIA_FOLDER}/`) && mediaTypeOf(path) !== null && !path.endsWith(".vtt");

/**
 * What stands in a course's text in place of bytes: their hash and size. It is part of the revision, so another clip is another
 * revision, and a published revision compiles anew without any bytes at hand.
 */
export const mediaPointer = (sha256: string, size: number) => `sha256:${sha256} ${size}\n`;

/** The hash a pointer names; null for what is no pointer. */
export const hashOfPointer = (text: string): string | null => /^sha256:([0-9a-f]{64}) \d+\n$/.exec(text)?.[1] ?? null;

/** The name under which a file of this hash is kept and served. */
export const mediaName = (path: string, sha256: string) => `${sha256}.${endingOf(path)}`;
export const isMediaName = (name: string) => /^[0-9a-f]{64}\.[a-z0-9]{3,4}$/.test(name) && mediaTypeOf(name) !== null;

/** Every file a lesson plays or shows. */
export function mediaOf(lesson: Pick<CompiledLesson, "steps">): ReadonlySet<string> {
  return new Set(
    lesson.steps.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === "audio") return [block.file];
        if (block.kind === "video") return [block.file, block.captions, ...(block.poster ? [block.poster] : [])];
        return [];
      }),
    ),
  );
}

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyCourses } from "./courses.ts";

const slug = "gemis-is-geen-alleen-zijn";

export const captions = "WEBVTT\n\n00:00.000 --> 00:10.000\nHallo vanaf het doek.\n";
export const transcript = "Een doek verandert van kleur. Een stem zegt *hallo*.\n";

/** A tone of so many seconds as a WAV file, made here: 8 kHz, 8 bits, one channel. */
export function tone(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate * seconds }, (_, at) => 128 + Math.round(40 * Math.sin(at / 3))));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** The course with a recording in its first lesson, which anyone may read, and a clip beside another in its second. @returns its folder */
export async function courseWithClips(clip: Buffer): Promise<string> {
  const folder = await copyCourses([slug]);
  const course = join(folder, slug);
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(join(course, file), change(await readFile(join(course, file), "utf8")));
  await mkdir(join(course, "media"), { recursive: true });
  await writeFile(join(course, "media/doek.webm"), clip);
  await writeFile(join(course, "media/toon.wav"), tone(20));
  await writeFile(join(course, "media/lang.wav"), tone(30));
  await writeFile(join(course, "media/doek.vtt"), captions);
  await writeFile(join(course, "media/tekst.md"), transcript);
  const open = ':::audio{#toon-open src="toon.wav" transcript="tekst.md" minutes="1"}\n:::';
  const video = ':::video{#doek title="Een doek" src="doek.webm" captions="doek.vtt" transcript="tekst.md" minutes="1"}\nKijk mee.\n:::';
  const audio = ':::audio{#toon src="lang.wav" transcript="tekst.md" minutes="1"}\n:::';
  await edit("01-gemis/01-alleen-of-eenzaam.md", (text) => `${text}\n${open}\n`);
  await edit("01-gemis/02-welk-gemis.md", (text) => `${text}\n${video}\n\n${audio}\n`);
  await edit("course.yaml", (text) =>
    text.replace(
      /revision: (\d+)\n(?:revisionReason: .*\n)?/,
      (_all, revision: string) => `revision: ${Number(revision) + 1}\nrevisionReason: Beeld en geluid.\n`,
    ),
  );
  return folder;
}

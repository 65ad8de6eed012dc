/** The Markdown of a lesson cut where a writer leaves a line white: the pieces one corrects. */
export interface Passage {
  /** 0-based, over the whole lesson; the same as long as nobody adds or removes one above it */
  index: number;
  /** its source, without the white lines around it */
  text: string;
  start: number;
  end: number;
}

/** Where the text of a lesson file begins: below what is said of it between ---. */
const frontMatterEnd = (file: string): number => /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(file)?.[0].length ?? 0;

/** The passages of a lesson file, what stands above its text (between ---) left out. */
export function passagesOf(file: string): Passage[] {
  const above = frontMatterEnd(file);
  const pieces = file.slice(above).matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g);
  return [...pieces].map((piece, index) => {
    const text = piece[0].trimEnd();
    const start = above + piece.index;
    return { index, text, start, end: start + text.length };
  });
}

/** Whether there are words in it, and not only the marks of a block. */
export const isReadable = ({ text }: Passage): boolean => /\p{L}/u.test(text.replace(/^:::.*$/gm, ""));

/** The lesson with this passage replaced; the line endings are the file's own. */
export function withPassage(file: string, { start, end }: Passage, text: string): string {
  const own = file.includes("\r\n") ? "\r\n" : "\n";
  return file.slice(0, start) + plainLines(text).replaceAll("\n", own) + file.slice(end);
}

/** What a form sends, with the line endings of a text: browsers send `\r\n`. Spaces and white lines around it fall away. */
export const plainLines = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

/** The file of a course's own that holds this lesson; null for one of another course, or for none. */
export function lessonFileOf(files: Readonly<Record<string, string>>, lessonId: string): string | null {
  if (!/^[a-z0-9-]+$/.test(lessonId)) return null;
  const isIt = new RegExp(`^id:[^\\S\\n]*["']?${lessonId}["']?[^\\S\\n]*(?:[^\\S\\n]#.*)?$`, "m");
  const own = Object.entries(files).find(
    ([name, text]) => name.endsWith(".md") && !name.startsWith("../") && isIt.test(text.slice(0, frontMatterEnd(text))),
  );
  return own ? own[0] : null;
}

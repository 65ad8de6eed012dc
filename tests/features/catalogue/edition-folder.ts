import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";

export const slug = "gemis-is-geen-alleen-zijn";

/** A copy of the courses with this one course in it, whose files a story may change. */
export async function courseFolder() {
  const folder = await mkdtemp(join(tmpdir(), "kring-editions-"));
  await cp(join("courses", slug), join(folder, slug), { recursive: true });
  for (const file of ["provider.yaml", "help-lines.yaml"]) await cp(join("courses", file), join(folder, file));

  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(folder, slug, file);
    const before = await readFile(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`the change of ${file} changes nothing`);
    await writeFile(path, after);
  };
  return {
    edit,
    /** says of the text which edition and revision it is, and why */
    number: (edition: string, revision: number, reason = "Eerste tekst van het verhaal.") =>
      edit("course.yaml", (text) =>
        text
          .replace(/^edition: .*$/m, `edition: "${edition}"`)
          .replace(/^revision: .*$/m, `revision: ${revision}`)
          .replace(/^revisionReason: .*$/m, `revisionReason: ${reason}`),
      ),
    /** @throws what stands in the way, so that a story does not go on with an older text */
    publish: async (now: Date) => {
      const { problems } = await publishCourses({ folder, now });
      const [problem] = problems.filter(({ courseSlug }) => courseSlug === slug);
      if (problem) throw new Error(`${problem.file}:${problem.line} ${problem.message}`);
    },
  };
}

import { expect, it } from "vitest";
import { readNamedFile } from "#app/features/catalogue/named-file.server.ts";
import { db } from "#app/platform/db.server.ts";
import { dropFile, keepFile } from "#app/platform/files.server.ts";

const keep = (text: string) => keepFile(db, { bytes: new TextEncoder().encode(text), mediaType: "image/png" });

it("gives the newer file when it took the place of the one just looked up", async () => {
  const [old, next] = [await keep("old"), await keep("next")];
  await dropFile(db, old);
  const looks = [
    { fileId: old, version: "1" },
    { fileId: next, version: "2" },
  ];
  const found = await readNamedFile(async () => looks.shift() ?? null);
  expect(found?.version).toBe("2");
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe("next");
});

it("is nothing where no file is named, or what is named is gone for good", async () => {
  const gone = await keep("gone");
  await dropFile(db, gone);
  expect(await readNamedFile(async () => null)).toBeNull();
  expect(await readNamedFile(async () => ({ fileId: gone, version: "1" }))).toBeNull();
});

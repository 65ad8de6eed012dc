import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type SourceFile, sources } from "./imports.ts";

const files = sources();
const under = (folder: string) => files.filter((file) => file.path.startsWith(folder));
const offences = (checked: SourceFile[], forbidden: (imported: string, file: SourceFile) => boolean) =>
  checked.flatMap((file) =>
    file.imports.filter((imported) => forbidden(imported, file)).map((imported) => `${file.path} imports ${imported}`),
  );

/** A room may import the rooms before it, and only those. */
const ladder = ["accounts", "organisations", "catalogue", "enrolment", "payments", "learning", "assessment", "certificates", "office"];
const roomOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1];

test("the check sees imports at all", () => {
  expect(files.find((file) => file.path === "app/http/guards.server.ts")?.imports).toContain("app/features/accounts/sessions.server.ts");
});

test("features import no routes and no http", () => {
  expect(offences(under("app/features/"), (imported) => /^app\/(routes|http)\//.test(imported))).toEqual([]);
});

test("a feature imports only the rooms before it", () => {
  expect(
    offences(under("app/features/"), (imported, file) => {
      const target = roomOf(imported);
      const own = roomOf(file.path);
      return target !== undefined && own !== undefined && ladder.indexOf(target) > ladder.indexOf(own);
    }),
  ).toEqual([]);
});

test("every room stands on the ladder", () => {
  expect(readdirSync("app/features").filter((room) => !ladder.includes(room))).toEqual([]);
});

test("platform and ui import nothing above them", () => {
  expect(offences(under("app/platform/"), (imported) => imported.startsWith("app/") && !imported.startsWith("app/platform/"))).toEqual([]);
  // paths.ts holds addresses only and belongs to nobody
  expect(
    offences(
      under("app/ui/"),
      (imported) => imported.startsWith("app/") && !/^app\/(ui|platform\/i18n)\//.test(imported) && imported !== "app/paths.ts",
    ),
  ).toEqual([]);
});

test("http imports no routes", () => {
  expect(offences(under("app/http/"), (imported) => imported.startsWith("app/routes/"))).toEqual([]);
});

test("views take props only: they import no database, no verb, no platform but i18n", () => {
  const views = under("app/features/").filter((file) => file.path.endsWith(".tsx"));
  expect(offences(views, (imported, file) => imported.includes(".server") && !isTypeOnly(file, imported))).toEqual([]);
});

function isTypeOnly(file: SourceFile, imported: string): boolean {
  const name = imported.split("/").at(-1)?.replace(/[.]/g, "\\.") ?? "";
  return new RegExp(`import type [^;]*${name}`).test(file.text);
}

test("only .server files of features and platform touch the database", () => {
  const touching = files.filter((file) =>
    /\b(?:db|tx)\.[a-zA-Z]+\.(?:find|create|update|delete|upsert|count|aggregate|groupBy)|\$queryRaw|\$executeRaw/.test(file.text),
  );
  expect(touching.length).toBeGreaterThan(5);
  const allowed = /^app\/(features|platform|commands|sandbox)\//;
  expect(
    touching
      .filter((file) => !(allowed.test(file.path) && (file.path.includes(".server.") || /^app\/(commands|sandbox)\//.test(file.path))))
      .map((file) => file.path),
  ).toEqual([]);
});

/** Model and table names, each with the room whose schema file declares them. */
function owners(): { models: Map<string, string>; tables: Map<string, string> } {
  const models = new Map<string, string>();
  const tables = new Map<string, string>();
  for (const name of readdirSync("prisma/models")) {
    const room = name.replace(".prisma", "");
    for (const [, model = "", body = ""] of readFileSync(`prisma/models/${name}`, "utf8").matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)) {
      models.set(model[0]?.toLowerCase() + model.slice(1), room);
      tables.set(/@@map\("(\w+)"\)/.exec(body)?.[1] ?? model, room);
    }
  }
  return { models, tables };
}

test("a table is written only by the room whose schema file declares it, by Prisma and by SQL alike", () => {
  const { models, tables } = owners();
  expect(tables.get("audit_event")).toBe("platform");
  const byPrisma =
    /\.(\w+)\s*\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(/g;
  const bySql = /\b(?:insert into|delete from|update)\s+"?(\w+)"?(?=[\s(])/gi;
  const roomOfFile = (path: string) => roomOf(path) ?? (path.startsWith("app/platform/") ? "platform" : "");
  const wrong = files
    .filter((file) => /^app\/(features|platform|http|routes)\//.test(file.path))
    .flatMap((file) => {
      const text = stripComments(file.text);
      const written = [
        ...[...text.matchAll(byPrisma)].map((match) => ({ name: match[1] ?? "", owner: models.get(match[1] ?? "") })),
        ...[...text.matchAll(bySql)].map((match) => ({ name: match[1] ?? "", owner: tables.get(match[1] ?? "") })),
      ];
      return written
        .filter(({ owner }) => owner !== undefined && owner !== roomOfFile(file.path))
        .map(({ name, owner }) => `${file.path} writes ${name}, which belongs to ${owner}`);
    });
  expect(wrong).toEqual([]);
});

test("features know no HTTP", () => {
  const words = /\b(?:new )?(?:Request|Response|FormData)\b(?=[(<;,)\s])|from "@remix-run\/node"|from "express"/;
  const server = under("app/features/").filter((file) => !file.path.endsWith(".tsx"));
  expect(server.filter((file) => words.test(stripComments(file.text))).map((file) => file.path)).toEqual([]);
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

test("one seam to Stripe", () => {
  expect(files.filter((file) => file.imports.includes("stripe") && !file.path.startsWith("app/sandbox/")).map((file) => file.path)).toEqual(
    ["app/features/payments/stripe.server.ts"],
  );
});

test("nobody skips the signature of a webhook", () => {
  expect(files.filter((file) => /constructEventWithoutVerification/.test(file.text)).map((file) => file.path)).toEqual([]);
});

test("the sandbox knows the shop only by what HTTP told it", () => {
  expect(offences(under("app/sandbox/"), (imported) => imported.startsWith("app/") && !imported.startsWith("app/sandbox/"))).toEqual([]);
});

test("the server shell imports nothing of features or platform", () => {
  expect(files.find((file) => file.path === "app/server.mjs")?.imports.filter((imported) => imported.startsWith("app/"))).toEqual([]);
});

test("every moment is stored with its zone", () => {
  const naked = readdirSync("prisma/models").flatMap((name) =>
    readFileSync(`prisma/models/${name}`, "utf8")
      .split("\n")
      .filter((line) => /\sDateTime\b/.test(line) && !line.includes("@db.Timestamptz(3)"))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(naked).toEqual([]);
});

test("links come from paths.ts, not from strings", () => {
  const literal = /(?:\bto|\bhref|\baction)="\/[a-z]|redirect\(\s*["'`]\//;
  expect(
    files
      .filter((file) => file.path !== "app/paths.ts" && !file.path.startsWith("app/sandbox/") && literal.test(file.text))
      .map((file) => file.path),
  ).toEqual([]);
});

test("no drawer for odds and ends, no files by kind", () => {
  expect(
    files.filter((file) => /\/(utils?|helpers?|misc|manager|constants|types)(\.|\/)/.test(file.path)).map((file) => file.path),
  ).toEqual([]);
});

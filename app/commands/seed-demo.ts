import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { closeDatabase, db } from "#app/platform/db.server.ts";
import { type Env, EnvError, readEnv } from "#app/platform/env.server.ts";
import { migrateJobs } from "#app/platform/jobs/worker.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { localSecrets, openDatabaseServer } from "./database-server.ts";
import { emailOf, makeAccount, makeOffice } from "./seed/accounts.ts";
import { DEMO_DOMAIN, DEMO_PASSWORD, type DemoPerson, demoOffice, demoPeople } from "./seed/demo-people.ts";
import { placeOrder } from "./seed/orders.ts";
import { openSandbox } from "./seed/sandbox.ts";
import { signInAt } from "./seed/sign-in-words.ts";
import { study } from "./seed/study.ts";

const COURSE = "gemis-is-geen-alleen-zijn";

/**
 * `npm run seed:demo`: a dozen invented people with orders, progress, tests and a certificate, made by the same verbs as the pages use,
 * on the database of `npm start`, whether that runs or not. Never on a live installation, and once.
 */
export async function run(): Promise<void> {
  const settings = settingsOrExit();
  const secrets = localSecrets(settings.dataDir);
  const server = await openDatabaseServer(settings.dataDir);
  // Before the rooms read their settings. Direct debit is needed for the order that waits, whether or not the shop offers it.
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    SECRET_KEY: settings.secretKey ?? secrets.secretKey,
    KRING_SANDBOX_API_KEY: secrets.sandboxApiKey,
    KRING_SANDBOX_WEBHOOK_SECRET: secrets.sandboxWebhookSecret,
    PAYMENTS_SEPA: "1",
  });
  let closeSandbox = async () => {};
  try {
    await applyMigrations(server.url);
    await migrateJobs(server.url);
    const now = new Date();
    await publishCourses({ folder: settings.coursesDir, now });
    await refuseTwice(settings, server.note);
    closeSandbox = await openSandbox(settings, server.url, secrets, (await provider()).tradeName);
    await makeAll(settings, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await closeSandbox();
    await closeDatabase();
    await server.close();
  }
}

function settingsOrExit(): Env {
  try {
    const settings = readEnv(process.env);
    if (settings.live) refuse("This is a live installation: invented people do not belong here.");
    if (settings.payments.mode === "live") refuse("Real money is paid here: invented people do not belong beside it.");
    if (settings.smtpUrl) refuse("SMTP_URL is set: the letters of invented people would be sent. Run this without it.");
    return settings;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    refuse(error.message);
  }
}

function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}

async function refuseTwice({ databaseUrl, dataDir }: Env, note: string | undefined): Promise<void> {
  const known = await db.person.count({ where: { emailKey: { endsWith: `@${DEMO_DOMAIN}` } } });
  if (known === 0) return;
  const afresh = databaseUrl
    ? "empty the database that DATABASE_URL names"
    : `stop npm start and remove the folder ${dataDir}${note ? ` and the one where the database stands (${note})` : ""}`;
  throw new Refusal(`The demo people are here already. To start afresh: ${afresh}; then run npm start, and this again.`);
}

/** Said without a stack: nothing is broken. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

async function makeAll(settings: Env, now: Date): Promise<void> {
  const edition = await db.edition.findFirst({ where: { courseSlug: COURSE }, orderBy: { createdAt: "desc" }, select: { id: true } });
  if (!edition) throw new Refusal(`The course ${COURSE} is not published; npm run courses:check says why.`);
  const { compiled } = await currentRevision(db, edition.id);
  const buys = settings.payments.kind === "sandbox";
  if (!buys) console.log("Stripe keys are set, so no orders are made: places are given instead.");
  // Oldest first: ids tell the order of arrival.
  for (const person of demoPeople.toSorted((left, right) => right.daysAgo - left.daysAgo)) {
    console.log(`… ${person.name}`);
    await makePerson(person, { editionId: edition.id, mode: settings.payments.mode, buys, now });
  }
  const office = await makeOffice(demoOffice, now);
  announce(settings, compiled.title, office);
}

interface Surroundings {
  editionId: string;
  mode: "sandbox" | "test" | "live";
  /** orders are made, in the payment sandbox */
  buys: boolean;
  now: Date;
}

async function makePerson(person: DemoPerson, { editionId, mode, buys, now }: Surroundings): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const id = await makeAccount(person, ago(person.daysAgo));
  const startedDaysAgo = Math.max(0, person.daysAgo - 1);
  if (person.order && buys) {
    const buyer = { id, name: person.name, email: emailOf(person.address), locale: person.locale };
    await placeOrder(buyer, COURSE, person.order, { now, daysAgo: startedDaysAgo });
  } else if (person.gift || person.order?.becomes === "paid") {
    const startsAt = ago(startedDaysAgo);
    const endsAt = person.gift ? new Date(startsAt.getTime() + person.gift.days * DAY) : null;
    const ground = { personId: id, courseSlug: COURSE, editionId, kind: "gift" as const, source: `demo ${id}`, mode };
    await db.$transaction((tx) => addGround(tx, { ...ground, startsAt, endsAt }, startsAt));
  }
  if (!person.study) return;
  const until = person.gift ? ago(startedDaysAgo - 20) : now;
  const student = { personId: id, name: person.name, slug: COURSE, registerNumbers: person.registerNumbers ?? [] };
  await study(student, person.study, { from: new Date(ago(startedDaysAgo).getTime() + 60_000), until });
}

function announce(settings: Env, title: string, office: boolean): void {
  const rows = [
    ...(office ? [[emailOf(demoOffice.address), DEMO_PASSWORD, "the office"]] : []),
    ...demoPeople.map(({ address, shows }) => [emailOf(address), DEMO_PASSWORD, shows]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${demoPeople.length} invented people follow or bought “${title}”. Sign in at ${signInAt(process.env, settings)}:\n`);
  for (const row of rows) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`);
  console.log(
    office
      ? "\nA one-time link that npm start printed for the office is used up by this account."
      : "\nThe site has an office account already; none was made.",
  );
}

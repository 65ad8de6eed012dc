import { spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext } from "playwright-core";
import { DEMO_DOMAIN } from "#app/commands/seed/demo-people.ts";
import { type Site, startSite } from "./site.ts";

/** A site with the invented people of `npm run seed:demo`: somebody in every state that a page can show. */
export interface DemoSite extends Site {
  /** a letter of the demo: makes the browser somebody's, or nobody's */
  becomes(context: BrowserContext, address: string | null): Promise<void>;
  /** a Cookie header of somebody's */
  cookieOf(address: string): Promise<string>;
  /** what every page of everybody speaks from now on */
  speaks(locale: "nl" | "en"): Promise<void>;
}

/** @param before what is done before anybody is there */
export async function startDemoSite(before?: (site: DemoSite) => Promise<void>): Promise<DemoSite> {
  const site = asDemoSite(await startSite());
  try {
    await before?.(site);
    await seed(site);
  } catch (error) {
    await site.remove();
    throw error;
  }
  return site;
}

/** What can be asked of a site with the demo people, however it was started. */
export function asDemoSite(site: Site): DemoSite {
  const tokens = new Map<string, string>();
  const tokenOf = async (address: string) => {
    const token = tokens.get(address) ?? (await openSession(site, address));
    tokens.set(address, token);
    return token;
  };
  return Object.assign(site, {
    becomes: async (context: BrowserContext, address: string | null) => {
      await context.clearCookies();
      if (address) await context.addCookies([{ name: "kring", value: await tokenOf(address), url: site.origin }]);
    },
    cookieOf: async (address: string) => `kring=${await tokenOf(address)}`,
    speaks: async (locale: "nl" | "en") => {
      await site.query("update person set locale = $1", [locale]);
    },
  });
}

async function openSession(site: Pick<Site, "query">, address: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const made = await site.query(
    "insert into session (id, public_id, person_id, expires_at) select $1, $2, id, now() + interval '30 days' from person where email_key = $3 returning id",
    [createHash("sha256").update(token).digest("hex"), randomUUID(), `${address}@${DEMO_DOMAIN}`],
  );
  if (made.length === 0) throw new Error(`nobody of the demo is called ${address}`);
  return token;
}

/** `npm run seed:demo`, beside the running site. */
async function seed(site: Site): Promise<void> {
  let printed = "";
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "seed:demo"], {
    env: {
      ...process.env,
      NODE_ENV: "test",
      VITEST: "",
      DATABASE_URL: "",
      DATA_DIR: site.folder,
      PORT: new URL(site.origin).port,
      APP_ORIGIN: site.origin,
      SANDBOX_PORT: new URL(site.sandbox).port,
      SANDBOX_ORIGIN: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`the demo people were not made:\n${printed}`);
}

import { removeData, startSite } from "./site.ts";

/**
 * One site for the run, started for the first time and stopped: its database made, its courses published. Sites of stories start on a
 * copy of it, which takes a second instead of ten. The first start itself has stories of its own.
 */
export default async function setup() {
  // Two projects ask for it, one is made.
  if (process.env.SITE_TEMPLATE) return;
  const site = await startSite({}, { first: true });
  await site.stop();
  process.env.SITE_TEMPLATE = site.folder;
  return () => removeData(site.folder);
}

import { paths } from "#app/paths.ts";
import type { Site } from "./site.ts";
import { refused, type Visit } from "./visit.ts";

/** What is only seen before anybody is there: the office's first door, and empty shelves. */
export function freshSitePages(site: Pick<Site, "output">): Visit[] {
  const claim = /\/office\/claim\/[\w-]+/.exec(site.output())?.[0] ?? "";
  return [
    { name: "office-claim", path: claim },
    { name: "office-claim-refused", path: claim, make: refused(claim) },
    { name: "sandbox-mail-empty", path: paths.sandboxMail() },
    { name: "verify-none", path: paths.verify("0000-0000-0000") },
  ];
}

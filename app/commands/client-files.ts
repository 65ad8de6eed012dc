type Modules = {
  getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null; isEntry: boolean } | null;
  getModuleIds(): Iterable<string>;
};

const TEXTS = /\/paraglide-browser\/messages\.js$/;

/**
 * Which file of the browser's build a module goes into. Left alone, every shared button and every shared sentence becomes a file
 * of its own, and a lesson asks for twenty. Here the framework is one file; what pages of three kinds or more share is the frame where
 * lessons use it too, and one file beside it where they do not; what two kinds share, and what pages of one kind share, is one file
 * each, but for what lessons are one of; what one page uses stays with the page.
 *
 * @returns a chooser for Rollup's `manualChunks`; `undefined` leaves a module with its only page
 */
export function clientFiles() {
  let pagesOf: Map<string, Set<string>> | undefined;
  return (id: string, modules: Modules): string | undefined => {
    if (id.includes("/node_modules/") || id.startsWith("\0")) return "framework";
    pagesOf ??= pagesPerModule(modules);
    const pages = pagesOf.get(id);
    if (!pages || pages.size < 2) return undefined;
    // What only the print pages share is no part of the reader.
    if ([...pages].every(isPrint)) return "print";
    const kinds = new Set([...pages].map(kindOfPage));
    // Who reads a lesson pays for no forms of the office.
    if (kinds.has("frame") || (kinds.size > 2 && kinds.has("lesson"))) return "frame";
    // What a course's own page shares with its lessons is little, and what only the preview shares with them is much.
    if (kinds.has("lesson") && [...pages].some(isCoursePage)) return "frame";
    if (kinds.size > 2) return "shared";
    // What a lesson shares with a learner's other pages is in its own file: two requests fewer. A stranger's page does not pay for it.
    if (kinds.has("lesson") && !kinds.has("catalogue")) return "lesson";
    // Home, a course and its order form are visited one after another: one file, which also travels smaller than three.
    if ([...kinds].every((kind) => SHOP.has(kind))) return "catalogue";
    return [...kinds].sort().join("-");
  };
}

const SHOP = new Set(["catalogue", "checkout", "marketing"]);
const isCoursePage = (entry: string) => entry.includes("/app/routes/catalogue/course.");
const isPrint = (entry: string) => entry.includes("/app/routes/learn/print-");

/** Lessons, tests and conversations are opened apart; everything else goes by the folder of its route. */
function kindOfPage(entry: string): string {
  const [, folder, page] = /\/app\/routes\/([\w-]+)\/([\w-]+)/.exec(entry) ?? [];
  if (!folder) return "frame";
  if (folder !== "learn" || !page) return folder;
  if (/^(?:test|vignette|evaluation)/.test(page)) return "test";
  return page === "course" || page === "overview" ? "learn" : "lesson";
}

function pagesPerModule({ getModuleInfo, getModuleIds }: Modules): Map<string, Set<string>> {
  const pagesOf = new Map<string, Set<string>>();
  for (const entry of getModuleIds()) {
    if (!getModuleInfo(entry)?.isEntry) continue;
    const waiting = [entry];
    for (const id of waiting) {
      const pages = pagesOf.get(id) ?? new Set();
      if (pages.has(entry)) continue;
      pagesOf.set(id, pages.add(entry));
      waiting.push(...importsOf(id, getModuleInfo));
    }
  }
  return pagesOf;
}

/** All texts hang on one module; a page is charged only with those its own code names. */
function importsOf(id: string, getModuleInfo: Modules["getModuleInfo"]): string[] {
  const module = getModuleInfo(id);
  if (!module) return [];
  return module.importedIds.flatMap((imported) => {
    if (!TEXTS.test(imported)) return [imported];
    const named = module.code?.matchAll(/\bm\.(\w+)/g) ?? [];
    return [...named].map(([, key]) => imported.replace(TEXTS, `/paraglide-browser/messages/${key}.js`));
  });
}

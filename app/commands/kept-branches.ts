/**
 * Remix's router lays out and ranks all routes anew each time it matches an address, makes each pattern's regular expression again,
 * and tries them one by one: with a hundred and fifty routes a fifth of what a navigation costs. Routes do not change while a server
 * runs, so its build keeps both, and tries only routes that begin as the address does. Stops the build when the router no longer
 * holds what this replaces.
 */
const replacements: readonly [from: string, to: string][] = [
  [
    "let branches = flattenRoutes(routes);\n  rankRouteBranches(branches);",
    "let branches = keptBranches.get(routes);\n  if (!branches) {\n    branches = flattenRoutes(routes);\n    rankRouteBranches(branches);\n    for (const branch of branches) branch.head = headOf(branch.path);\n    keptBranches.set(routes, branches);\n  }",
  ],
  ["let decoded = decodePath(pathname);", "let decoded = decodePath(pathname);\n  let head = headOf(decoded);"],
  [
    "matches = matchRouteBranch(branches[i], decoded, allowPartial);",
    "if (branches[i].head === null || branches[i].head === head) matches = matchRouteBranch(branches[i], decoded, allowPartial);",
  ],
  [
    "function matchRoutesImpl(",
    'const keptBranches = new WeakMap();\nfunction headOf(path) {\n  let [, head = ""] = path.split("/", 2);\n  return head === "" || /[:*]/.test(head) ? null : head.toLowerCase();\n}\nfunction matchRoutesImpl(',
  ],
  [
    "let [matcher, compiledParams] = compilePath(pattern.path, pattern.caseSensitive, pattern.end);",
    'const key = (pattern.caseSensitive ? "=" : "~") + (pattern.end === false ? "<" : "|") + pattern.path;\n  let kept = keptPatterns.get(key);\n  if (!kept) {\n    kept = compilePath(pattern.path, pattern.caseSensitive, pattern.end);\n    keptPatterns.set(key, kept);\n  }\n  let [matcher, compiledParams] = kept;',
  ],
  ["function matchPath(", "const keptPatterns = new Map();\nfunction matchPath("],
];

const ROUTER = /\/@remix-run\/router\/dist\/router(?:\.cjs)?\.js$/;

/** The router's code, keeping what it works out. @throws when a place to change is not there exactly once */
export function withKeptBranches(code: string): string {
  return replacements.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`@remix-run/router has changed: see whether it still needs help at "${from}".`);
    return text.replace(from, () => to);
  }, code);
}

/** For the server's build alone: a browser matches few routes, and seldom. */
export function keptBranches() {
  return {
    name: "kept-branches",
    transform: (code: string, id: string, options?: { ssr?: boolean }) =>
      options?.ssr && ROUTER.test(id) ? { code: withKeptBranches(code), map: null } : null,
  };
}

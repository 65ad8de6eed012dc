import ts from "typescript";
import type { CodeFile } from "./code-files.ts";
import type { Fault } from "./text-files.ts";

/** Attributes and props whose value a reader sees or hears. */
const SAID =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|legend|caption|heading|lead|hint|description|summary|error|message)$/;

/** May write words of their own, each for its reason. */
const FREE: readonly { path: string; words?: RegExp; reason: string }[] = [
  { path: "app/routes/furniture/", reason: "shows the furniture while building; no built site has it" },
  { path: "app/ui/figures/", reason: "figures are part of the lessons, which are in Dutch and marked so" },
  {
    path: "app/features/catalogue/safety-block.tsx",
    words: /^Bereikbaar$/,
    reason: "goes with the hours, which are in Dutch and marked so",
  },
  { path: "app/ui/shell.tsx", words: /^(?:Kring|KvK)$/, reason: "a name in any language" },
  { path: "app/features/catalogue/lesson-media.tsx", words: /^Nederlands$/, reason: "a track of captions bears its language’s own name" },
];

/**
 * Words that a page or view writes itself, so that they stay in one language whatever the reader chose: text between tags, a sentence
 * composed there, and what is given to an attribute that is seen or heard.
 */
export function writtenWords(files: readonly CodeFile[]): Fault[] {
  return files
    .filter(({ path }) => path.endsWith(".tsx"))
    .flatMap(({ path, code }) =>
      wordsOf(path, code)
        .filter(({ words }) => !FREE.some((free) => path.startsWith(free.path) && (free.words?.test(words) ?? true)))
        .map(({ words, line }) => ({
          file: path,
          at: `line ${line}`,
          wrong: `It writes ‘${words}’ itself.`,
          advice: "Give the words a key in app/texts, in both languages.",
        })),
    );
}

function wordsOf(path: string, code: string): { words: string; line: number }[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: { words: string; line: number }[] = [];
  const keep = (node: ts.Node, words: string) => {
    // A lone small letter is a mark (a multiplication sign, a unit); a word has two.
    if (/\p{L}{2}/u.test(words)) found.push({ words: words.trim(), line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      composed(node.expression).forEach(([at, words]) => void keep(at, words));
    if (ts.isJsxAttribute(node) && SAID.test(node.name.getText()) && node.initializer)
      said(node.initializer).forEach(([at, words]) => void keep(at, words));
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** A name for the code, such as hint="lesson", is one small word; what is said begins with a capital or has a space. */
function said(value: ts.JsxAttributeValue): [ts.Node, string][] {
  const written: [ts.Node, string][] = ts.isStringLiteral(value)
    ? [[value, value.text]]
    : ts.isJsxExpression(value) && value.expression
      ? composed(value.expression)
      : [];
  return written.filter(([, words]) => /\p{Lu}|\s/u.test(words));
}

const JOINING = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** The words in an expression that stands for text: a literal, the fixed parts of a template, and either side of a choice. */
function composed(node: ts.Expression): [ts.Node, string][] {
  if (ts.isStringLiteralLike(node)) return [[node, node.text]];
  if (ts.isTemplateExpression(node))
    return [[node, node.head.text], ...node.templateSpans.map((span): [ts.Node, string] => [node, span.literal.text])];
  if (ts.isConditionalExpression(node)) return [...composed(node.whenTrue), ...composed(node.whenFalse)];
  if (ts.isBinaryExpression(node) && JOINING.has(node.operatorToken.kind)) return [...composed(node.left), ...composed(node.right)];
  if (ts.isParenthesizedExpression(node)) return composed(node.expression);
  return [];
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSafeHref, linkCitations, parseMarkdown, toHtml } from "./markdown.ts";

const compile = (source: string) => {
  const root = parseMarkdown(source);
  linkCitations(
    root,
    (key) => key,
    () => {},
    new Set(),
  );
  return toHtml(root.children);
};

const elements = /^(?:p|em|strong|del|a|ul|ol|li|blockquote|h3|h4|table|thead|tbody|tr|th|td|div|br|hr|code|pre|sup)$/;
const attributes = /^(?:href|id|class|start|scope|role|tabindex|aria-label|data-label)$/;

/** Every tag of the HTML as its name and attributes; throws on a `<` that opens no tag we could read. */
function tags(html: string): { name: string; attributes: [string, string][] }[] {
  return [...html.matchAll(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"]*")*) ?\/?>|</gi)].map((match) => {
    if (!match[2]) throw new Error(`a stray < in ${html}`);
    return {
      name: match[2],
      attributes: [...(match[3] ?? "").matchAll(/ ([a-z-]+)="([^"]*)"/g)].map((pair): [string, string] => [pair[1] ?? "", pair[2] ?? ""]),
    };
  });
}

function expectHarmless(html: string) {
  for (const tag of tags(html)) {
    expect(tag.name).toMatch(elements);
    for (const [name, value] of tag.attributes) {
      expect(name).toMatch(attributes);
      if (name === "id") expect(value).toMatch(/^(?:cite|nootplek)-[a-z0-9-]+$/);
      if (name === "href") expect(value).toMatch(/^(?:https:\/\/|mailto:|#|[a-z0-9-]*(?:#[a-z0-9-]+)?$)/);
    }
  }
}

const nasty = fc.constantFrom(
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](java\nscript:x)",
  "[a](<javascript:x>)",
  "[a](data:text/html;base64,x)",
  "![a](javascript:x)",
  "<javascript:alert(1)>",
  "<https://x.example>",
  "[a](vbscript:x)",
  "[a](//evil.example)",
  ":::claim{onclick=alert(1) style=x #a}\nx\n:::",
  "::leaf{onload=x}",
  ":text[x]{onmouseover=x}",
  "[a]: javascript:x\n\n[a]",
  "<!-- x -->",
  "<svg/onload=x>",
  "`<b>`",
  "```html\n<script>\n```",
  "| a | b |\n|---|---|\n| <i> | [x](javascript:x) |",
  "[@bron]",
  "[@a; @b]",
  "&lt;script&gt;",
  "&#106;avascript:",
  "[a](&#106;avascript:x)",
  '"><script>',
  "- [ ] taak",
  "[^1]\n\n[^1]: voet",
  "# kop",
  "### kop",
  "1. een",
  "> citaat",
  "a\\\nb",
  "www.example.org",
  "x@example.org",
  "$&",
  "\u0000",
);
const source = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: nasty },
      fc.string({ unit: "binary" }),
      fc.constantFrom(" ", "\n", "\n\n", "  \n", "*", "_", "[", "](", ")", "<", ">"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("the compiler's HTML", () => {
  it("carries no script, handler or script address, whatever the Markdown", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(source, (text) => expectHarmless(compile(text))),
      { numRuns: 1500 },
    );
  });

  it("drops what it does not know and keeps the words", () => {
    expect(compile("[lees](javascript:alert(1)) dit")).toBe("<p>lees dit</p>");
    expect(compile("een <b>vet</b> woord")).toBe("<p>een vet woord</p>");
    expect(compile("![ring](x.svg)")).toBe("<p></p>");
  });

  it("leaves ordinary Markdown alone", () => {
    expect(compile("Een *solitude* en **vet**, zie [hier](https://example.org/a).")).toBe(
      '<p>Een <em>solitude</em> en <strong>vet</strong>, zie <a href="https://example.org/a">hier</a>.</p>',
    );
  });
});

describe("what a reader comes back to", () => {
  it("is the first citation of a source", () => {
    expect(compile("Eerst [@bron]. Daarna [@bron; @ander].").match(/id="[^"]+"/g)).toEqual(['id="cite-bron"', 'id="cite-ander"']);
  });
});

describe("a table", () => {
  it("carries its columns' names in its cells, for a narrow screen", () => {
    const html = compile("| | Grens | Percentage |\n|---|---|---|\n| CBS | 3 | 10 |");
    expect(html).toContain('<th scope="row">CBS</th>');
    expect(html).toContain('<td data-label="Grens">3</td>');
    expect(html).toContain('<td data-label="Percentage">10</td>');
    expect(html).toContain('role="group" tabindex="0" aria-label="Tabel: Grens, Percentage"');
  });
});

describe("addresses that may stand in a lesson", () => {
  it.each(["https://example.org/a?b=c#d", "mailto:a@example.org", "#stap", "andere-les", "andere-les#stap"])("%s", (href) =>
    expect(isSafeHref(href)).toBe(true),
  );
  it.each(["javascript:x", "http://example.org", "//example.org", "/learn", "data:x", "", " https://x.org", "https://a b"])(
    "not %s",
    (href) => expect(isSafeHref(href)).toBe(false),
  );
});

/** Compiled course text. The HTML comes from our own compiler, which lets no raw HTML through. */
export function Prose({ html, lang = "nl" }: { html: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by catalogue's compiler, property-tested to carry no script
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A description for search engines. `text` comes from scriptText(), which lets nothing end the element. */
export function JsonLd({ text, nonce }: { text: string; nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, with every < escaped
  return <script type="application/ld+json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}

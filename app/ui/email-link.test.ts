import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EmailLink, WithEmailLinks } from "./email-link.tsx";

test("an address turns to a new line after its @ and before a dot, nowhere else", () => {
  expect(renderToStaticMarkup(createElement(EmailLink, { address: "bureau@kring.example" }))).toBe(
    '<a class="email" href="mailto:bureau@kring.example">bureau@<wbr/>kring<wbr/>.example</a>',
  );
});

test("a subject goes along with it", () => {
  expect(renderToStaticMarkup(createElement(EmailLink, { address: "a@b.example", subject: "Fout 500 & meer" }))).toContain(
    'href="mailto:a@b.example?subject=Fout%20500%20%26%20meer"',
  );
});

test("in running words each address can be pressed, and the full stop after it stays outside", () => {
  const html = renderToStaticMarkup(createElement(WithEmailLinks, { text: "Mail naar bureau@kring.example. Of bel." }));
  expect(html).toBe('Mail naar <a class="email" href="mailto:bureau@kring.example">bureau@<wbr/>kring<wbr/>.example</a>. Of bel.');
  expect(renderToStaticMarkup(createElement(WithEmailLinks, { text: "Geen adres @ hier" }))).toBe("Geen adres @ hier");
});

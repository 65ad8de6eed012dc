import { expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { lateAction, lateFormPage } from "./late-form.server.ts";

const sent = (originalUrl: string, method = "POST", viewer: Viewer | null = null) => lateFormPage({ method, originalUrl }, viewer);
const somebody: Viewer = { id: "a", name: "Noor", email: "noor@zorg.example", locale: "nl", role: "learner", emailVerified: true };

test.each(["/account/profile", "/office/provider", "/certificates/confirm/gemis", "/masterclasses/gemis/buy"])(
  "a form to %s after the session ended goes to the page that holds it, and that knows where it was going",
  (action) => {
    const page = `/login?${new URLSearchParams({ late: action })}`;
    expect(sent(action)).toBe(page);
    expect(sent(`${action}?done=saved`)).toBe(page);
    expect(sent(`${action}.data`)).toBe(page.replace("/login", "/login.data"));
    expect(lateAction(new URL(page, "http://localhost:3000"))).toBe(action);
    // In time, or only looked at, it goes where it was going.
    expect(sent(action, "POST", somebody)).toBeNull();
    expect(sent(action, "GET")).toBeNull();
  },
);

test.each([
  "/login",
  "/signup",
  "/office/claim/token",
  "/masterclasses/gemis",
  "/learn/gemis/les/writing/a",
  "/hooks/stripe",
  "/accounting",
])("a form to %s needs no session, or looks after what was typed itself", (path) => {
  expect(sent(path)).toBeNull();
});

test.each(["", "//evil.example/account/x", "https://evil.example/account/x", "/account/../login", "/learn", "javascript:alert(1)"])(
  "no page sends a form on to %j",
  (action) => {
    expect(lateAction(new URL(`http://localhost:3000/login?${new URLSearchParams({ late: action })}`))).toBeNull();
  },
);

import * as m from "#generated/paraglide/messages.js";

/** Why someone has access, in words. */
export function groundKindWords(kind: string): string {
  if (kind === "purchase") return m.office_kind_purchase();
  if (kind === "gift") return m.office_kind_gift();
  return m.office_kind_other({ kind });
}

/** Whether money was real. */
export function modeWords(mode: string): string {
  if (mode === "live") return m.office_mode_live();
  if (mode === "test") return m.office_mode_test();
  return m.office_mode_sandbox();
}

interface Ground {
  startsAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
}

/** How a ground stands at `now`, in words. */
export function groundStateWords(ground: Ground, now: Date): string {
  const reason = ground.endReason === "refunded" ? m.office_end_refunded() : (ground.endReason ?? "");
  if (ground.endedAt) return m.office_ground_ended({ reason });
  if (ground.endsAt && ground.endsAt <= now) return m.office_ground_over();
  return ground.startsAt > now ? m.office_ground_future() : m.office_ground_active();
}

/** How a certificate stands, in words. */
export function certificateStateWords(state: string): string {
  if (state === "revoked") return m.office_certificate_revoked();
  return state === "current" ? m.office_certificate_current() : m.office_certificate_superseded();
}

/** The API version that stripe@23.1.0 pins; the only shape this sandbox speaks. */
export const API_VERSION = "2026-10-28.endive";

/** The account every object belongs to. */
export const ACCOUNT_ID = "acct_1SandboxKring00";

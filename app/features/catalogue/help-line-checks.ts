import type { HelpLine } from "./provider-file.ts";

/** 112, and the numbers Belgium keeps beside it (100, 101): whoever calls one to see whether it works keeps somebody in danger waiting. */
const EMERGENCY = new Set(["112", "100", "101"]);

/** Whether nobody may call this number to test it: it is looked up instead. */
export const isEmergencyNumber = (phone: string): boolean => EMERGENCY.has(phone.replace(/\D/g, ""));

/** Whether somebody has seen or heard that the number is right, and it is known when. */
export const isChecked = ({ basis, checkedOn }: Pick<HelpLine, "basis" | "checkedOn">): boolean => basis === "seen" && Boolean(checkedOn);

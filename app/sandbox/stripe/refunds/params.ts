import { z } from "zod";
import { expand, integer, metadata } from "../http/params.ts";

/** The parameters of a new refund that the sandbox plays. */
export const createRefundParams = z.strictObject({
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  amount: integer.pipe(z.number().min(1, "This value must be greater than or equal to 1.")).optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: metadata.optional(),
  expand: expand.optional(),
});

export type CreateRefund = z.infer<typeof createRefundParams>;

export const REFUND_NOT_SIMULATED = ["currency", "customer", "instructions_email", "origin", "refund_application_fee", "reverse_transfer"];

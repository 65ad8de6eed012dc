import * as m from "#generated/paraglide/messages.js";
import type { EvidenceLevel, Verdict } from "./compiled.ts";

interface Words {
  name: string;
  meaning: string;
}

/** A verdict in words, in the reader's language. */
export function verdictWords(verdict: Verdict): Words {
  switch (verdict) {
    case "S":
      return { name: m.catalogue_verdict_s(), meaning: m.catalogue_verdict_s_text() };
    case "SC":
      return { name: m.catalogue_verdict_sc(), meaning: m.catalogue_verdict_sc_text() };
    case "C":
      return { name: m.catalogue_verdict_c(), meaning: m.catalogue_verdict_c_text() };
    case "U":
      return { name: m.catalogue_verdict_u(), meaning: m.catalogue_verdict_u_text() };
    case "P":
      return { name: m.catalogue_verdict_p(), meaning: m.catalogue_verdict_p_text() };
  }
}

/** A level of evidence in words, in the reader's language. */
export function levelWords(level: EvidenceLevel): Words {
  switch (level) {
    case "meta-analysis":
      return { name: m.catalogue_level_meta_analysis(), meaning: m.catalogue_level_meta_analysis_text() };
    case "rct":
      return { name: m.catalogue_level_rct(), meaning: m.catalogue_level_rct_text() };
    case "cohort":
      return { name: m.catalogue_level_cohort(), meaning: m.catalogue_level_cohort_text() };
    case "experiment":
      return { name: m.catalogue_level_experiment(), meaning: m.catalogue_level_experiment_text() };
    case "theory":
      return { name: m.catalogue_level_theory(), meaning: m.catalogue_level_theory_text() };
    case "expert-opinion":
      return { name: m.catalogue_level_expert_opinion(), meaning: m.catalogue_level_expert_opinion_text() };
    case "popular":
      return { name: m.catalogue_level_popular(), meaning: m.catalogue_level_popular_text() };
  }
}

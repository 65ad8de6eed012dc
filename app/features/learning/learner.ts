/** Whose progress and writing: both from the gate's answer, so that the one belongs to the other. */
export interface Learner {
  personId: string;
  enrolmentId: string;
}

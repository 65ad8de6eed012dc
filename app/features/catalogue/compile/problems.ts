/** Something a trainer must put right before the course can be published. Messages are Dutch: they are read by the course's maker. */
export interface Problem {
  /** path inside the course folder */
  file: string;
  /** 1-based */
  line: number;
  /** what is wrong */
  message: string;
  /** what to do about it */
  advice: string;
}

/** A course folder as text: path inside the folder → contents. */
export type CourseFiles = Readonly<Record<string, string>>;

export type Report = (problem: Problem) => void;

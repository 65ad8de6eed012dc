import { askedOtherwise, readCode, unusedFaults } from "./texts/code-files.ts";
import { languageFaults, roomFaults } from "./texts/languages-agree.ts";
import { type Fault, readTexts } from "./texts/text-files.ts";
import { wordingFaults } from "./texts/wording.ts";
import { writtenWords } from "./texts/written-words.ts";

/** Everything that is wrong with the texts of the interface, and with how the code asks for them. */
export function textFaults(): Fault[] {
  const texts = readTexts();
  const code = readCode();
  return [
    ...languageFaults(texts),
    ...roomFaults(texts),
    ...texts.flatMap(wordingFaults),
    ...unusedFaults(texts, code),
    ...askedOtherwise(code),
    ...writtenWords(code),
  ];
}

/** `npm run texts:check`: what is wrong with the texts, where, and what to do. */
export async function run(): Promise<void> {
  const faults = textFaults();
  for (const { file, at, wrong, advice } of faults) console.log(`  ${file}: ${at}\n    ${wrong}\n    ${advice}`);
  console.log(faults.length === 0 ? "Nothing to mend." : `${faults.length} ${faults.length === 1 ? "point" : "points"} to mend.`);
  if (faults.length > 0) process.exitCode = 1;
}

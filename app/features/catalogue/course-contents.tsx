import * as m from "#generated/paraglide/messages.js";

/** What stands on this long page, to go straight to it. The ids are the sections' own. */
export function CourseContents() {
  const sections = [
    ["leerdoelen", m.catalogue_course_outcomes()],
    ["voor-wie", m.catalogue_course_for()],
    ["programma", m.catalogue_course_program()],
    ["studielast", m.catalogue_course_load()],
    ["certificaat", m.catalogue_course_certificate()],
    ["accreditatie", m.catalogue_course_accreditation()],
    ["makers", m.catalogue_course_makers()],
    ["bronnen", m.catalogue_course_sources()],
    ["praktisch", m.catalogue_practical()],
    ["vragen", m.catalogue_course_questions()],
    ["goed-om-te-weten", m.catalogue_course_disclaimer()],
  ] as const;
  return (
    <nav className="contents" aria-labelledby="inhoud-titel">
      <h2 id="inhoud-titel">{m.catalogue_course_contents()}</h2>
      <ul>
        {sections.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

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
    ["organisaties", m.catalogue_organisations()],
    ["vragen", m.catalogue_course_questions()],
    ["goed-om-te-weten", m.catalogue_course_disclaimer()],
  ] as const;
  const links = (
    <ul>
      {sections.map(([id, title]) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="contents" aria-label={m.catalogue_course_contents()}>
      {/* Of these two the style sheet shows one: folded on a phone, open where there is room. */}
      <details className="contents-folded">
        <summary>{m.catalogue_course_contents()}</summary>
        {links}
      </details>
      <div className="contents-open">
        <h2>{m.catalogue_course_contents()}</h2>
        {links}
      </div>
    </nav>
  );
}

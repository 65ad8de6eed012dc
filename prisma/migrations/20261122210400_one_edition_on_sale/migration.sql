-- Editions may stand side by side for who follows them; one of a course is sold.
update edition set state = 'reviewed'
where state = 'on-sale' and exists (
  select 1 from edition newer
  where newer.course_slug = edition.course_slug and newer.state = 'on-sale'
    and string_to_array(newer.number, '.')::int[] > string_to_array(edition.number, '.')::int[]
);

create unique index edition_one_on_sale on edition (course_slug) where state = 'on-sale';

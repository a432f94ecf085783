/** What stands in a sentence of a course, by its name there. */
export type CourseValues = Readonly<Record<string, string | number>>;

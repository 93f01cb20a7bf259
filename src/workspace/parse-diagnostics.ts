import type { Diagnostic } from "../model/diagnostic.ts";
import type { ParseProblem } from "../model/document.ts";

/** One for a file, or none: what comes after the first problem often follows from it. */
export function describeProblems(
  problems: readonly ParseProblem[],
  { file, source }: Pick<Diagnostic, "source"> & { readonly file: string },
): readonly Diagnostic[] {
  const [first] = problems;
  if (first === undefined) return [];
  const { message, line, column } = first;
  const more = problems.length - 1;
  return [
    {
      severity: "warning",
      code: "PARSE_ERROR",
      message,
      source,
      file,
      line,
      column,
      ...(more === 0 ? {} : { hint: `${more} more below it ${more === 1 ? "is" : "are"} not shown.` }),
    },
  ];
}

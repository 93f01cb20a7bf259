import { extname } from "node:path";
import { fileOfFinding } from "../../causes.ts";
import { mostlyAmiss } from "../../mostly.ts";
import { folderOf, isFixture, isInTemplateFolder, isTemplatePath, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Files that their own tool could not read. */
export const parseError: ConflictRule = {
  rule: "parse_error",
  conflictType: "file_conflict",
  severity: "high",
  title: "A file that cannot be read as what it is",
  reads: ["facts", "configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { problem: "what the parser met" },
  causeOf: (finding) => JSON.stringify([extname(fileOfFinding(finding) ?? ""), finding.evidence]),
  find: ({ parseProblems, files, mergeHunks }) => {
    const torn = new Set(mergeHunks.map(({ file }) => file));
    const tracked = files.flatMap(({ path, state }) => (state === "ignored" ? [] : [path]));
    const kept = new Set(tracked);
    const wanted = parseProblems.filter(({ file }) => {
      return !torn.has(file) && kept.has(file) && !isVendored(file) && !isFixture(file) && !isLoose(file);
    });
    const first = new Map(wanted.toReversed().map((problem) => [problem.file, problem]));
    // They are something else than they are called.
    const isOfMany = mostlyAmiss([...first.keys()].map(placesOf), () => tracked.map(placesOf));
    return [...first.values()].toReversed().map(({ file, line, message }) => ({
      about: [file],
      message: `${file} cannot be read: ${message}`,
      hint: "Mend it at the line that is named.",
      places: [{ file, line }],
      evidence: { problem: message },
      ...(isOfMany(placesOf(file)) ||
      isForTemplates(file) ||
      isOtherwiseRead(file, message) ||
      isPiece(file, line, message) ||
      OF_ASCIIDOC.test(file)
        ? { severity: "low" as const }
        : {}),
    }));
  },
};

function isForTemplates(file: string): boolean {
  return isTemplatePath(file) || isInTemplateFolder(file);
}

/** The folders above a file, each with the ending of the file, or its name where that has none. */
function placesOf(file: string): readonly string[] {
  const ending = /\.[^./]*$|[^/]*$/.exec(file)?.[0] ?? "";
  const places: string[] = [];
  for (let folder = folderOf(file); folder !== "."; folder = folderOf(folder))
    places.push(`${folder}\0${ending}`);
  return places;
}

/**
 * True in what a course leaves to be filled in, and where a word stands bare, or begins with what no word may: most often something has yet to be put in its place, or
 * a program has its own idea of the format. What package managers read has to be right.
 */
function isOtherwiseRead(file: string, problem: string): boolean {
  if (/(^|\/)((package|composer)\.json|(Cargo|pyproject)\.toml)$/.test(file)) return false;
  // Symfony reads `{ path: ^/oven/[^/]+/(a|b) }`.
  if (/(^|\/)config\/(packages|routes)\/.*\.ya?ml$/.test(file)) return true;
  return (
    /^(bad scalar start|invalid symbol|bare word)$/.test(problem) ||
    /(^|\/)(exercises?|labs?|challenges?)\//.test(file)
  );
}

/** `"oven": 1,`: a piece of a document, to be put into one. */
function isPiece(file: string, line: number, problem: string): boolean {
  return file.endsWith(".json") && line === 1 && problem === "end of file expected";
}

/** What a page takes in, often without what stands around it. */
const OF_ASCIIDOC = /(^|\/)asciidoc\/.*\.(json|ya?ml|toml)$/;

/** Formats in which every program has its own idea of what is right; pm2 takes its settings for JavaScript. */
function isLoose(file: string): boolean {
  return /(^|\/)(process|ecosystem|pm2)([._-][\w.-]*)?\.json$|(^|\/)\.?env|\.env(\.|$)|\.(ini|cfg|properties)$|\.dev\.vars|\.flaskenv/i.test(
    file,
  );
}

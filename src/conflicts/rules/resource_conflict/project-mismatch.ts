import { isJsonObject, type JsonValue } from "../../../model/json.ts";
import type { Resource } from "../../../model/resource.ts";
import type { ConflictRule } from "../../rule.ts";

interface Mention {
  readonly project: string;
  readonly what: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** True for what this machine says, and not the repository. */
  readonly isOfMachine: boolean;
}

/** The places that choose a Google Cloud project for what is run here choose different ones. */
export const projectMismatch: ConflictRule = {
  rule: "project_mismatch",
  conflictType: "resource_conflict",
  severity: "medium",
  title: "Different Google Cloud projects are chosen",
  reads: ["resources"],
  strategies: ["manual", "keep_all"],
  evidence: { mentions: "who chooses which project" },
  find: ({ resources }) => {
    const mentions = resources.flatMap(mentionsOf).filter(({ project }) => !isExample(project));
    const chosen = mentions.filter(({ isOfMachine }) => isOfMachine);
    const declared = mentions.filter(({ isOfMachine, file = "" }) => !isOfMachine && isForAll(file));
    const own = new Set(declared.map(({ project }) => project));
    const isForeign = own.size === 1 && chosen.length > 0 && chosen.every(({ project }) => !own.has(project));
    const meant =
      new Set(chosen.map(({ project }) => project)).size > 1
        ? chosen
        : isForeign
          ? [...chosen, ...declared]
          : [];
    if (meant.length === 0) return [];
    const said = meant.map(({ what, project }) => `${what} says ${project}`);
    return [
      {
        about: [...new Set(meant.map(({ what, project }) => `${what}=${project}`))].toSorted(),
        message: `different projects are chosen: ${said.join(", ")}`,
        hint: "Choose one: `gcloud config set project`, GOOGLE_CLOUD_PROJECT, `gcloud auth application-default set-quota-project`.",
        places: meant.map(({ file, line, what, project }) => ({
          file: file ?? what,
          ...(line === undefined ? {} : { line }),
          key: project,
        })),
        evidence: { mentions: meant.map(({ what, project }) => ({ what, project })) },
      },
    ];
  },
};

function mentionsOf({ metadata, source, tags }: Resource): readonly Mention[] {
  const project = metadata["projectId"];
  if (typeof project !== "string" || !tags.includes("project")) return [];
  const said = metadata["declaredBy"];
  const list: readonly (JsonValue | undefined)[] = Array.isArray(said) ? said : [];
  return list.flatMap((one) => {
    if (!isJsonObject(one)) return [];
    const { what, file, line } = one;
    if (typeof what !== "string") return [];
    const path = typeof file === "string" ? file : undefined;
    return [
      {
        project,
        what,
        file: path,
        line: typeof line === "number" ? line : undefined,
        isOfMachine:
          path === undefined ||
          path.startsWith("~") ||
          path.startsWith("/") ||
          source.file?.startsWith("~") === true,
      },
    ];
  });
}

/** Neither of one stage nor of an example: what holds wherever the project is run from its top. */
function isForAll(file: string): boolean {
  return !/(^|[/._-])(prod|production|stg|staging|dev|development|test|tests|examples?|samples?|docs?|fixtures?|templates?)([/._-]|$)/i.test(
    file,
  );
}

function isExample(project: string): boolean {
  return /^(your|my|example|sample|test|demo|foo|some)[-_]|project-?id|^(project|my-project)\b|x{3,}|placeholder/i.test(
    project,
  );
}

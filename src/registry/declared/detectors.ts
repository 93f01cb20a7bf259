import { RESOURCE_PRIORITIES } from "../../model/resource-values.ts";
import { draftSchema, type CustomDetect, type DeclaredDetector } from "../../model/project-config.ts";
import { detectCommand, type CommandQuestion } from "./command.ts";
import { detectFiles, type FileQuestion } from "./file.ts";
import type { DeclaredDetectorsOptions, DeclaredQuestion } from "./question.ts";
import { detectPort, type PortQuestion } from "./port.ts";
import { defineDetector } from "../define-detector.ts";
import type { DetectContext, Detection, Detector } from "../types.ts";

const TTL_SECONDS = 3_600;

/** Makes detectors of the `detectors` of `orchestra.config.*`; their ids begin with `config:`. */
export function createDeclaredDetectors(
  declared: readonly DeclaredDetector[],
  options: DeclaredDetectorsOptions,
): readonly Detector[] {
  return declared.map((entry) =>
    defineDetector({
      id: `config:${entry.id}`,
      title: entry.title ?? entry.id,
      resourceTypes: [entry.resourceType],
      reads: [options.configFile],
      ttlSeconds: TTL_SECONDS,
      detect: (context) => detectDeclared(entry, options, context),
    }),
  );
}

async function detectDeclared(
  entry: DeclaredDetector,
  options: DeclaredDetectorsOptions,
  context: DetectContext,
): Promise<Detection> {
  const question = questionOf(entry, options);
  if ("command" in entry)
    return detectCommand({ ...question, ...entry.command } satisfies CommandQuestion, context);
  if ("file" in entry) return detectFiles({ ...question, ...entry.file } satisfies FileQuestion, context);
  if ("port" in entry) return detectPort({ ...question, ...entry.port } satisfies PortQuestion, context);
  return detectByFunction(entry.detect, question, context);
}

function questionOf(entry: DeclaredDetector, options: DeclaredDetectorsOptions): DeclaredQuestion {
  return {
    ...options,
    id: entry.id,
    name: entry.name,
    common: {
      resourceType: entry.resourceType,
      description: entry.description ?? entry.title ?? `declared in ${options.configFile}`,
      environment: entry.environment ?? ("detect" in entry || "file" in entry ? "all" : "machine"),
      ...(entry.priority === undefined ? {} : { priority: RESOURCE_PRIORITIES[entry.priority] }),
      ...(entry.tags === undefined ? {} : { tags: entry.tags }),
    },
  };
}

async function detectByFunction(
  detect: CustomDetect,
  question: DeclaredQuestion,
  context: DetectContext,
): Promise<Detection> {
  const answer: unknown = await detect({
    root: context.workspace.root,
    environment: context.environment,
    files: context.workspace.files.map((file) => file.path),
    signal: context.signal,
  });
  const checked = draftSchema.array().safeParse(withType(answer, question));
  if (checked.success) return { resources: checked.data };
  const [issue] = checked.error.issues;
  return {
    resources: [],
    diagnostics: [
      {
        severity: "error",
        code: "DETECTOR_RESULT_INVALID",
        message: `detector ${question.id} returned no list of resources: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
        source: `config:${question.id}`,
        file: question.configFile,
        hint: "Return a list of {name, resourceType, accessPattern, …}.",
      },
    ],
  };
}

/** A function may leave out what its entry already says. */
function withType(answer: unknown, question: DeclaredQuestion): unknown {
  if (!Array.isArray(answer)) return answer;
  return answer.map((draft: unknown) =>
    typeof draft === "object" && draft !== null ? { ...question.common, ...draft } : draft,
  );
}

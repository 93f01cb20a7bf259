import { z } from "zod";
import { CONFLICT_SEVERITIES, CONFLICT_TYPES, RESOLUTION_STRATEGIES } from "./conflict.ts";
import type { Snapshot } from "./snapshot.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { EnvironmentName, ResourceType } from "./resource-values.ts";
import { resourcePrioritySchema, resourceStatusSchema, type ResourceDraft } from "./resource.ts";

const idSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]*$/,
    "use lower-case letters, digits, dash and underscore, such as oven-monitor",
  );

const patternSchema = z.string().refine(isPattern, "is not a regular expression");

const nameSchema = z.string().min(1).max(200);

const priorityNameSchema = z.enum(["critical", "high", "medium", "low", "optional"]);

const described = {
  id: idSchema,
  title: z.string().exactOptional(),
  resourceType: nameSchema,
  name: nameSchema.exactOptional(),
  description: z.string().exactOptional(),
  environment: nameSchema.exactOptional(),
  priority: priorityNameSchema.exactOptional(),
  tags: z.array(z.string()).exactOptional(),
};

/** A program that is asked: `{program: "oven", arguments: ["--version"], pattern: "oven (\\S+)"}`. */
const commandSchema = z.strictObject({
  program: nameSchema,
  arguments: z.array(z.string()).default([]),
  pattern: patternSchema.exactOptional(),
});

/** Files by a glob; with a pattern only those whose text it matches. */
const fileSchema = z.strictObject({ glob: nameSchema, pattern: patternSchema.exactOptional() });

/** A TCP port on this machine; with a pattern only when what it says on connecting matches. */
const portSchema = z.strictObject({
  port: z.int().min(1).max(65_535),
  host: z.enum(["127.0.0.1", "localhost", "::1"]).default("127.0.0.1"),
  send: z.string().exactOptional(),
  pattern: patternSchema.exactOptional(),
});

/** What a function in a code config gives back. */
export const draftSchema: z.ZodType<ResourceDraft> = z.strictObject({
  name: nameSchema,
  resourceType: nameSchema,
  environment: nameSchema.exactOptional(),
  accessPattern: z.string(),
  description: z.string().default(""),
  version: z.string().optional(),
  status: resourceStatusSchema.default("unknown"),
  statusReason: z.string().optional(),
  priority: resourcePrioritySchema.exactOptional(),
  dependencies: z.array(z.string()).exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  metadata: z.record(z.string(), z.json()).exactOptional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
});

/** What a detector function of a code config is given. */
export interface CustomDetectContext {
  /** Absolute. */
  readonly root: string;
  readonly environment: EnvironmentName;
  /** Paths of the tree, relative to the root. */
  readonly files: readonly string[];
  readonly signal: AbortSignal;
}

export type CustomDetect = (context: CustomDetectContext) => unknown;

const detectFunctionSchema = z.custom<CustomDetect>(
  (value) => typeof value === "function",
  "is not a function",
);

const detectorSchema = z.union([
  z.strictObject({ ...described, command: commandSchema }),
  z.strictObject({ ...described, file: fileSchema }),
  z.strictObject({ ...described, port: portSchema }),
  z.strictObject({ ...described, detect: detectFunctionSchema }),
]);

/** A stage: other words for it, and the files that are for it. */
const stageSchema = z.strictObject({
  aliases: z.array(nameSchema).default([]),
  files: z.array(nameSchema).default([]),
});

const globsSchema = z.array(nameSchema).default([]);

const settingsFilesSchema = z.strictObject({ include: globsSchema, exclude: globsSchema });

/** Says what is wrong with a value in one sentence, or nothing. */
export type ConfigCheck = (value: unknown, context: { readonly environment: EnvironmentName }) => unknown;

const checkSchema = z.custom<ConfigCheck>((value) => typeof value === "function", "is not a function");

const valueSchemaSchema = z.custom<object>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "is neither a Zod object nor a JSON Schema",
);

/** What the project says of its own configuration. */
const configurationSchema = z.strictObject({
  environments: z.record(nameSchema, stageSchema).default({}),
  files: settingsFilesSchema.default({ include: [], exclude: [] }),
  schema: valueSchemaSchema.exactOptional(),
  checks: z.record(nameSchema, checkSchema).default({}),
});

const findSchema = z.custom<(snapshot: Snapshot) => unknown>(
  (value) => typeof value === "function",
  "is not a function",
);

/** A rule of the project's own: a pure function over the snapshot, in a code config. */
const ruleSchema = z.strictObject({
  rule: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, "use lower-case letters, digits and underscore, such as oven_door"),
  conflictType: z.enum(CONFLICT_TYPES),
  severity: z.enum(CONFLICT_SEVERITIES).default("medium"),
  title: z.string().exactOptional(),
  find: findSchema,
});

/** One entry of `conflicts.custom`. */
export type CustomRule = z.output<typeof ruleSchema>;

/** What the project says of conflicts. */
const conflictsSchema = z.strictObject({
  rules: z.record(nameSchema, z.enum(["off", ...CONFLICT_SEVERITIES])).default({}),
  ignore: globsSchema,
  custom: z.array(ruleSchema).default([]),
});

/** What a function of an own kind of change is given. */
export interface CustomChangeContext {
  /** Absolute. */
  readonly root: string;
  /** As the plan holds them: no secrets, they are kept in the journal. */
  readonly params: JsonObject;
  /** What `capture` gave; absent before. */
  readonly captured?: JsonValue;
}

/** A function of an own kind of change. */
export type CustomChangeFunction = (context: CustomChangeContext) => unknown;

const changeFunctionSchema = z.custom<CustomChangeFunction>(
  (value) => typeof value === "function",
  "is not a function",
);

/** A kind of change of the project's own, in a code config: `revert` has to bring back what `capture` saw. */
const changeKindSchema = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, "use lower-case letters, digits and underscore, such as turn_oven"),
  describe: changeFunctionSchema.exactOptional(),
  precheck: changeFunctionSchema.exactOptional(),
  capture: changeFunctionSchema.exactOptional(),
  apply: changeFunctionSchema,
  verify: changeFunctionSchema.exactOptional(),
  revert: changeFunctionSchema,
});

/** One entry of `changeKinds`. */
export type CustomChangeKind = z.output<typeof changeKindSchema>;

/** How conflicts of a rule are resolved by `conflicts resolve --auto`. */
const policySchema = z.strictObject({ rule: nameSchema, strategy: z.enum(RESOLUTION_STRATEGIES) });

/** One entry of `resolution`. */
export type ResolutionPolicy = z.output<typeof policySchema>;

/** `configuration` of the project's settings. */
export type ConfigurationSettings = z.output<typeof configurationSchema>;

const resourceTypeSchema = z.union([
  nameSchema,
  z.strictObject({ name: nameSchema, description: z.string().exactOptional() }),
]);

/** `orchestra.config.{ts,js,json,yaml,toml}`. */
export const projectConfigSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  resourceTypes: z.array(resourceTypeSchema).default([]),
  detectors: z.array(detectorSchema).default([]),
  ignore: z.array(z.string().min(1)).default([]),
  configuration: configurationSchema.exactOptional(),
  conflicts: conflictsSchema.exactOptional(),
  resolution: z.array(policySchema).default([]),
  changeKinds: z.array(changeKindSchema).default([]),
});

/** The settings as they hold. */
export type ProjectConfig = z.output<typeof projectConfigSchema>;

/** The settings as a person writes them. */
export type ProjectConfigInput = z.input<typeof projectConfigSchema>;

/** One entry of `detectors`. */
export type DeclaredDetector = ProjectConfig["detectors"][number];

/** Types that a config adds, by name. */
export function declaredTypes(config: ProjectConfig): readonly ResourceType[] {
  return config.resourceTypes.map((type) => (typeof type === "string" ? type : type.name));
}

/** Every place in a config where a pattern may stand is checked with this. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

import type { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { ConfigCheck } from "../../model/project-config.ts";
import type { EnvironmentName } from "../../model/resource-values.ts";
import type { Patterns } from "../../platform/types.ts";
import { nodeAt } from "../../workspace/parsers/navigate.ts";
import type { LoadedConfig } from "../load-project-config.ts";
import type { ProjectConfigFile } from "../project-file.ts";
import { isZodSchema } from "./is-zod-schema.ts";
import { createSchemaChecks, isSensitiveSchema, schemaKeys } from "./json-schema.ts";
import type { Contract, KeyRule, RuleFault } from "./types.ts";

/** What the project's settings ask of its configuration. Throws `CONFIG_INVALID` for a schema that is none. */
export async function readSettingsContract(loaded: LoadedConfig, patterns: Patterns): Promise<Contract> {
  const { file } = loaded;
  const settings = loaded.config.configuration;
  if (file === undefined || settings === undefined) return { rules: [], jsonSchema: undefined };
  const { schema, checks } = settings;
  const ofChecks = Object.entries(checks).map(([key, check]) => ruleOfCheck(key, check, file));
  if (schema === undefined) return { rules: ofChecks, jsonSchema: undefined };
  try {
    const read = isZodSchema(schema) ? await fromZod(schema, file) : await fromData(schema, file, patterns);
    return { ...read, rules: [...read.rules, ...ofChecks] };
  } catch (error) {
    if (error instanceof OrchestraError) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : "it cannot be compiled";
    throw new OrchestraError("CONFIG_INVALID", `${file.name}: configuration.schema: ${reason}`, {
      file: file.name,
      cause: error,
      hint: "It holds a JSON Schema with `properties`, or in code a Zod object.",
    });
  }
}

async function fromZod(schema: z.ZodType, file: ProjectConfigFile): Promise<Contract> {
  const { zodKeys, zodToJsonSchema } = await import("./zod-schema.ts");
  const jsonSchema = zodToJsonSchema(schema);
  const sensitive = new Set(
    schemaKeys(jsonSchema)
      .filter((key) => isSensitiveSchema(key.schema))
      .map(({ key }) => key),
  );
  const rules = zodKeys(schema).map(({ key, isRequired, check }): KeyRule => {
    return { key, isRequired, check, isSensitive: sensitive.has(key), file: file.name };
  });
  return { rules, jsonSchema };
}

async function fromData(schema: object, file: ProjectConfigFile, patterns: Patterns): Promise<Contract> {
  const checkAt = await createSchemaChecks(schema, patterns);
  const lineAt = await createLineFinder(file);
  const rules = schemaKeys(schema).map((found): KeyRule => {
    const line = lineAt(["configuration", "schema", ...found.path]);
    return {
      key: found.key,
      isRequired: found.isRequired,
      isSensitive: isSensitiveSchema(found.schema),
      check: checkAt(found.path),
      file: file.name,
      ...(line === undefined ? {} : { line }),
    };
  });
  return { rules, jsonSchema: schema };
}

async function createLineFinder(
  file: ProjectConfigFile,
): Promise<(path: readonly string[]) => number | undefined> {
  if (file.format === undefined) return () => undefined;
  const { parseStructured } = await import("../../workspace/parsers/index.ts");
  const { documents } = await parseStructured(file.format, file.text);
  return (path) => {
    const parent = nodeAt(documents[0], ...path.slice(0, -1));
    if (parent?.kind !== "object") return undefined;
    return parent.members.find(({ key }) => key === path.at(-1))?.keyPosition.line;
  };
}

function ruleOfCheck(key: string, check: ConfigCheck, file: ProjectConfigFile): KeyRule {
  return {
    key,
    isRequired: false,
    isSensitive: false,
    file: file.name,
    check: (value, environment) => runCheck(check, value, environment),
  };
}

/** A text is what is wrong; so is `false`. */
function runCheck(check: ConfigCheck, value: JsonValue, environment: EnvironmentName): RuleFault | undefined {
  const answer = callCheck(check, value, environment);
  if (typeof answer === "string" && answer !== "")
    return { rule: "check_failed", message: `is refused: ${answer}` };
  return answer === false ? { rule: "check_failed", message: "is refused by its check" } : undefined;
}

function callCheck(check: ConfigCheck, value: JsonValue, environment: EnvironmentName): unknown {
  try {
    return check(value, { environment });
  } catch (error) {
    return `its check threw ${error instanceof Error ? error.name : "something that is no error"}`;
  }
}

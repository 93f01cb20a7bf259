import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject } from "../../../model/json.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

/** A property that is worth knowing, by the name it gets here. None of them is a secret. */
interface Property {
  readonly key: string;
  readonly section: string;
  readonly name: string;
  /** The variable with which gcloud lets the environment win over the file. */
  readonly variable: string;
}

const PROPERTIES: readonly Property[] = [
  property("project", "core", "project"),
  property("account", "core", "account"),
  property("universeDomain", "core", "universe_domain"),
  property("region", "compute", "region"),
  property("zone", "compute", "zone"),
  property("runRegion", "run", "region"),
  property("functionsRegion", "functions", "region"),
  property("artifactsLocation", "artifacts", "location"),
  property("cluster", "container", "cluster"),
  property("quotaProject", "billing", "quota_project"),
  property("impersonateServiceAccount", "auth", "impersonate_service_account"),
];

/** What a configuration sets, each with its place. */
export interface ConfigurationFacts {
  /** Property → value, as the file has it. */
  readonly values: JsonObject;
  /** Property → place. */
  readonly places: JsonObject;
  /** Line of the project, else of the first property; undefined for an empty file. */
  readonly line: number | undefined;
}

/** Takes the known properties out of a parsed `config_NAME`. */
export function extractConfiguration(root: DocumentNode | undefined, file: string): ConfigurationFacts {
  const found = PROPERTIES.flatMap(({ key, section, name }) => {
    const value = stringAt(root, section, name)?.trim();
    const line = nodeAt(root, section, name)?.position.line;
    return value === undefined || value === "" || line === undefined ? [] : [{ key, value, line }];
  });
  return {
    values: Object.fromEntries(found.map(({ key, value }) => [key, value])),
    places: Object.fromEntries(found.map(({ key, line }) => [key, { file, line }])),
    line: found[0]?.line,
  };
}

/** The properties that the environment overrides: property → variable, by name only. */
export function extractOverrides(env: Readonly<Record<string, string | undefined>>): JsonObject {
  const overridden = PROPERTIES.filter(({ variable }) => (env[variable] ?? "") !== "");
  return Object.fromEntries(overridden.map(({ key, variable }) => [key, variable]));
}

function property(key: string, section: string, name: string): Property {
  return { key, section, name, variable: `CLOUDSDK_${section}_${name}`.toUpperCase() };
}

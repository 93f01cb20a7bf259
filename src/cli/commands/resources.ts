import { OrchestraError } from "../../model/errors.ts";
import type { Resource } from "../../model/resource.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { renderDetails, renderList } from "../render/resources.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption, textsOption } from "./option-values.ts";

/** `orchestra resources list`: what is known, as the filters say. */
export async function runList(input: CommandInput): Promise<CommandResult> {
  const { environment, ...common } = input.options;
  const orchestra = openOrchestra({ ...input, options: common });
  const resources = await orchestra.getResources({
    ...textOption(input.options, "type", "resourceType"),
    ...textOption(input.options, "status", "status"),
    ...textOption(input.options, "priority", "priority"),
    ...(environment === undefined ? {} : { environment }),
    tags: textsOption(input.options, "tag"),
  });
  return {
    command: "resources list",
    data: { resources },
    diagnostics: orchestra.diagnostics,
    render: (paint) =>
      resources.length === 0
        ? ["0 resources: `orchestra setup --discover` looks for them"]
        : renderList(resources, { paint, nowMs: orchestra.now() }),
  };
}

/** `orchestra resources show ID`. */
export async function runShow(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id = ""] = input.parameters;
  const resource = await orchestra.getResource(id);
  if (resource === undefined) throw notFound(id);
  return {
    command: "resources show",
    data: { resource },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderDetails(resource, { paint, nowMs: orchestra.now() }),
  };
}

/**
 * `orchestra resources verify [ID…]`. When ids are named, one that is missing, unavailable or unauthorized is a
 * finding: exit code 1.
 */
export async function runVerify(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const ids = input.parameters;
  const statuses = await orchestra.verifyResources(ids.length === 0 ? undefined : ids);
  const known = await orchestra.getResources();
  const resources = known.filter((resource) => Object.hasOwn(statuses, resource.id));
  const failed = ids.length > 0 && resources.some(isDown);
  return {
    command: "resources verify",
    data: { statuses, resources },
    diagnostics: orchestra.diagnostics,
    failures: orchestra.failures,
    render: (paint) => renderList(resources, { paint, nowMs: orchestra.now() }),
    exitCode: failed ? EXIT_CODES.findings : EXIT_CODES.done,
  };
}

function isDown(resource: Resource): boolean {
  return ["missing", "unavailable", "unauthorized"].includes(resource.status);
}

function notFound(id: string): OrchestraError {
  return new OrchestraError("RESOURCE_NOT_FOUND", `no resource has the id ${JSON.stringify(id)}`, {
    hint: "`orchestra resources list --json` gives the ids; `orchestra setup --discover` looks again.",
  });
}

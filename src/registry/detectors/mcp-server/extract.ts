import { posix } from "node:path";
import type { DocumentMember, DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { cleanUrl } from "../../clean-url.ts";
import type { McpFile } from "./files.ts";

/** Where servers were read, as it is shown. */
export interface McpPlace {
  readonly file: string;
  readonly scope: "project" | "user";
}

/** The MCP servers that a parsed file defines; of arguments, headers and variables only what cannot be a secret. */
export function extractServers(root: DocumentNode | undefined, { assistant, key }: McpFile, place: McpPlace) {
  return membersOf(nodeAt(root, ...key)).flatMap((member) => describeServer(member, assistant, place));
}

function describeServer(
  member: DocumentMember,
  assistant: string,
  { file, scope }: McpPlace,
): readonly ResourceDraft[] {
  const { key, value, keyPosition } = member;
  if (value.kind !== "object") return [];
  const [command, ...parameters] = commandOf(value);
  const url = ["url", "httpUrl", "serverUrl"]
    .map((name) => stringAt(value, name))
    .find((text) => text !== undefined);
  if (command === undefined && url === undefined) return [];
  const isDisabled = stringAt(value, "disabled") === "true" || stringAt(value, "enabled") === "false";
  return [
    {
      name: `mcp:${key} (${assistant})`,
      resourceType: "ai_tool",
      environment: scope === "user" ? "machine" : "all",
      accessPattern:
        url === undefined ? [command ?? "", packageOf(parameters) ?? ""].join(" ").trim() : cleanUrl(url),
      description: `MCP server of ${assistant}`,
      status: isDisabled ? "unavailable" : "unknown",
      statusReason: isDisabled ? "it is turned off" : "it was not asked",
      dependencies: command === undefined ? [] : [posix.basename(command)],
      tags: ["mcp", assistant, scope],
      metadata: {
        server: key,
        assistant,
        scope,
        transport: transportOf(value, url),
        command,
        package: packageOf(parameters),
        url: url === undefined ? undefined : cleanUrl(url),
        environmentNames: namesAt(value, "env", "environment", "env_vars"),
        headerNames: namesAt(value, "headers", "http_headers", "requestHeaders", "env_http_headers"),
        isEnabled: !isDisabled,
      },
      file,
      line: keyPosition.line,
    },
  ];
}

/** `command` with `args`, `command` as a list, or Zed's `command: {path, args}`. */
function commandOf(server: DocumentNode): readonly string[] {
  const command = nodeAt(server, "command");
  const texts = (node: DocumentNode | undefined) => itemsOf(node).flatMap((item) => stringAt(item) ?? []);
  const path = stringAt(command) ?? stringAt(command, "path");
  if (path === undefined) return texts(command);
  return [path, ...texts(nodeAt(server, "args")), ...texts(nodeAt(command, "args"))];
}

/** The package that a runner such as npx starts; an argument that could be anything else is not shown. */
function packageOf(parameters: readonly string[]): string | undefined {
  const first = parameters.find((text) => !/^(-y|--yes|-q|--quiet|run|exec|dlx|x)$/.test(text));
  return first !== undefined &&
    /^(@[a-z0-9][\w.-]{0,60}\/)?[a-z][a-z.-]{0,30}(-[a-z0-9.]{1,20}){0,6}(@(latest|next|\d[\w.-]{0,20}))?$/.test(
      first,
    )
    ? first
    : undefined;
}

function transportOf(server: DocumentNode, url: string | undefined): string {
  const declared = stringAt(server, "type") ?? stringAt(server, "transport");
  if (url === undefined) return "stdio";
  return declared === "sse" ? "sse" : "http";
}

/** Names alone: keys of objects, texts of lists of names. */
function namesAt(server: DocumentNode, ...keys: readonly string[]): readonly string[] {
  const names = keys.flatMap((key) => {
    const node = nodeAt(server, key);
    const listed = itemsOf(node).flatMap((item) => stringAt(item) ?? stringAt(item, "name") ?? []);
    return [
      ...membersOf(node).map((member) => member.key),
      ...listed.filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)),
    ];
  });
  return [...new Set(names)].toSorted();
}

import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";

/** What a compose file declares. */
export interface ComposeFile {
  readonly services: readonly ComposeService[];
  /** Other compose files that it takes in, as written. */
  readonly includes: readonly string[];
}

export interface ComposeService {
  readonly name: string;
  readonly line: number;
  readonly image: string | undefined;
  /** Build context as written; undefined where nothing is built. */
  readonly buildContext: string | undefined;
  readonly ports: readonly ComposePort[];
  readonly profiles: readonly string[];
  readonly dependsOn: readonly string[];
  readonly envFiles: readonly string[];
}

/** One published port; a range gives several. */
interface ComposePort {
  readonly hostIp: string | undefined;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: string;
  readonly line: number;
}

const LONGEST_RANGE = 200;

/** Reads a parsed compose file. `${NAME:-default}` counts as its default; without one nothing is guessed. */
export function readCompose(root: DocumentNode | undefined): ComposeFile {
  return {
    services: membersOf(nodeAt(root, "services")).map(readService),
    includes: itemsOf(nodeAt(root, "include")).flatMap((item) => {
      const single = stringAt(item) ?? stringAt(item, "path");
      return single === undefined ? textsOf(nodeAt(item, "path")) : [single];
    }),
  };
}

/** True for the names under which compose looks for its files, and their usual variants. */
export function isComposePath(path: string): boolean {
  return /(^|\/)(docker-)?compose([-._][\w.-]*)?\.ya?ml$/i.test(path);
}

/** Resolves `${NAME:-default}` and `${NAME-default}`; undefined where a value without default is left. */
export function withDefaults(text: string): string | undefined {
  const resolved = text.replaceAll(/\$\{\w+:?-([^{}]*)\}/g, "$1");
  return /\$[\w{]/.test(resolved.replaceAll("$$", "")) ? undefined : resolved.replaceAll("$$", "$");
}

function readService({ key, keyPosition, value }: DocumentMember): ComposeService {
  const build = nodeAt(value, "build");
  return {
    name: key,
    line: keyPosition.line,
    image: stringAt(value, "image"),
    buildContext: build === undefined ? undefined : (stringAt(build) ?? stringAt(build, "context") ?? "."),
    ports: publishes(value) ? itemsOf(nodeAt(value, "ports")).flatMap(readPort) : [],
    profiles: textsOf(nodeAt(value, "profiles")),
    dependsOn: namesOf(nodeAt(value, "depends_on")),
    envFiles: envFilesOf(nodeAt(value, "env_file")),
  };
}

/** A service of which none is started publishes nothing; one in the host's network has all ports as they are. */
function publishes(service: DocumentNode): boolean {
  const count = stringAt(service, "scale") ?? stringAt(service, "deploy", "replicas");
  return count !== "0" && stringAt(service, "network_mode") !== "host";
}

function textsOf(node: DocumentNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => stringAt(item) ?? []);
}

/** A list of names, or an object whose keys are names. */
function namesOf(node: DocumentNode | undefined): readonly string[] {
  return [...textsOf(node), ...membersOf(node).map(({ key }) => key)].flatMap(
    (name) => withDefaults(name) ?? [],
  );
}

function envFilesOf(node: DocumentNode | undefined): readonly string[] {
  const single = stringAt(node);
  if (single !== undefined) return [single];
  return itemsOf(node).flatMap((item) => stringAt(item) ?? stringAt(item, "path") ?? []);
}

function readPort(node: DocumentNode): readonly ComposePort[] {
  if (node.kind === "object") return readLongPort(node);
  const text = withDefaults(stringAt(node) ?? "");
  return text === undefined ? [] : readShortPort(text, node.position.line);
}

function readLongPort(node: DocumentNode): readonly ComposePort[] {
  const published = withDefaults(stringAt(node, "published") ?? "");
  const target = stringAt(node, "target");
  if (published === undefined || published === "" || target === undefined) return [];
  const address = stringAt(node, "host_ip");
  const protocol = stringAt(node, "protocol") ?? "tcp";
  return pair({ address, protocol, line: node.position.line }, published, target);
}

/** `[HOST_IP:]HOST:CONTAINER[/PROTOCOL]`, each a port or a range; a container port alone is published anywhere. */
function readShortPort(text: string, line: number): readonly ComposePort[] {
  const match = /^(?:(\[[^\]]*\]|[\d.]+|localhost):)?(\d+(?:-\d+)?):(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(
    text.trim(),
  );
  if (match === null) return [];
  const [, address, host = "", container = "", protocol = "tcp"] = match;
  return pair({ address: address?.replaceAll(/[[\]]/g, ""), protocol, line }, host, container);
}

interface PortFacts {
  readonly address: string | undefined;
  readonly protocol: string;
  readonly line: number;
}

function pair(facts: PortFacts, host: string, container: string): readonly ComposePort[] {
  // 0 is any port that is free.
  if (Number(host) === 0) return [];
  const containers = range(container);
  return range(host).map((hostPort, index) => ({
    hostIp: facts.address,
    hostPort,
    containerPort: containers[index] ?? containers[0] ?? hostPort,
    protocol: facts.protocol,
    line: facts.line,
  }));
}

function range(text: string): readonly number[] {
  const [first = "", last = first] = text.split("-");
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from || to > 65_535) return [];
  return Array.from({ length: Math.min(to - from + 1, LONGEST_RANGE) }, (_, index) => from + index);
}

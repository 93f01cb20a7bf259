import { posix } from "node:path";
import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import {
  literalAt,
  readTerraformBlocks,
  terraformFormat,
  type TerraformBlock,
} from "../../../workspace/documents/terraform.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { describeBackends } from "./backend.ts";
import { cleanSource } from "./module-source.ts";
import { configuredProvider, lockedProviders, requiredProviders } from "./providers.ts";

/** Blocks of which more than their number is of interest: without one of them a file need not be parsed. */
const WORTH_PARSING = /^[ \t]*(terraform|provider|module)\b/m;

/** What one file says of the module that its folder is; files of a folder are put together afterwards. */
export async function extractTerraform(file: SourceFile): Promise<Detection> {
  const name = posix.basename(file.path);
  if (/\.tfvars(\.json)?$/.test(name)) return { resources: [partOf(file.path, { variableFile: file.path })] };
  if (name === ".terraform.lock.hcl") {
    const blocks = await blocksOf(file, "hcl");
    return { resources: [partOf(file.path, { lockedProviders: lockedProviders(blocks, file.path) })] };
  }
  const text = file.readText();
  if (text === undefined) return { resources: [] };
  const format = terraformFormat(file.path);
  if (format === "hcl" && !WORTH_PARSING.test(text))
    return { resources: [describeUnparsed(text, file.path)] };
  return { resources: [describeFile(await blocksOf(file, format), file.path)] };
}

async function blocksOf(file: SourceFile, format: "hcl" | "json"): Promise<readonly TerraformBlock[]> {
  const parsed = await file.parse(format);
  return readTerraformBlocks(parsed?.documents[0]);
}

function describeFile(blocks: readonly TerraformBlock[], file: string): ResourceDraft {
  const of = (type: string) => blocks.filter((block) => block.type === type);
  const settings = of("terraform").map(({ body }) => body);
  const deciding =
    of("terraform").find(({ body }) => literalAt(body, "required_version") !== undefined) ??
    of("terraform")[0] ??
    of("provider")[0] ??
    blocks[0];
  const metadata = {
    isCode: true,
    rank: rankOf(file, blocks),
    line: deciding?.line,
    requiredVersion: settings.map((body) => literalAt(body, "required_version")).find(Boolean),
    providers: [
      ...settings.flatMap((body) => requiredProviders(body, file)),
      ...of("provider").map((block) => configuredProvider(block, file)),
    ],
    backends: settings.flatMap((body) => describeBackends(body, file)),
    modules: of("module").map((block) => calledModule(block, file)),
    resources: of("resource").length,
    dataSources: of("data").length,
    variables: of("variable").length,
    outputs: of("output").length,
  };
  return partOf(file, metadata);
}

/** How well a file stands for its module: the one with the version before the one with providers, before `main.tf`. */
function rankOf(file: string, blocks: readonly TerraformBlock[]): number {
  const settings = blocks.filter(({ type }) => type === "terraform");
  if (settings.some(({ body }) => literalAt(body, "required_version") !== undefined)) return 0;
  if (settings.length > 0) return 1;
  if (blocks.some(({ type }) => type === "provider")) return 2;
  return /(^|\/)main\.tf(\.json)?$/.test(file) ? 3 : 4;
}

/** A file of nothing but resources, variables and the like is counted without being parsed. */
function describeUnparsed(text: string, file: string): ResourceDraft {
  const count = (type: string) => [...text.matchAll(new RegExp(`^[ \\t]*${type}[ \\t]+"?\\w`, "gm"))].length;
  const first = /^[ \t]*[a-z]+[ \t]*("[^"\n]*"[ \t]*)*\{/m.exec(text)?.index;
  const metadata = {
    isCode: true,
    rank: rankOf(file, []),
    line: first === undefined ? undefined : text.slice(0, first).split("\n").length,
    resources: count("resource"),
    dataSources: count("data"),
    variables: count("variable"),
    outputs: count("output"),
  };
  return partOf(file, metadata);
}

function calledModule({ labels, body, line }: TerraformBlock, file: string): JsonObject {
  const source = literalAt(body, "source");
  return {
    name: labels[0],
    source: source === undefined ? undefined : cleanSource(source),
    version: literalAt(body, "version"),
    file,
    line,
  };
}

/** A draft that stands for one file of a module until the files of its folder are combined. */
function partOf(file: string, metadata: JsonObject): ResourceDraft {
  return {
    name: posix.dirname(file),
    resourceType: "terraform",
    accessPattern: file,
    description: "",
    status: "available",
    metadata,
    file,
  };
}

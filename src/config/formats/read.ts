import { posix } from "node:path";
import { OrchestraError } from "../../model/errors.ts";
import { parseStructured } from "../../workspace/parsers/index.ts";
import { dotenvSource } from "../sources/dotenv.ts";
import { iniSource } from "../sources/ini.ts";
import { jsonSource } from "../sources/json.ts";
import { isAssignmentPath, terraformSource } from "../sources/terraform.ts";
import { tomlSource } from "../sources/toml.ts";
import type { FileSource, FoundValue } from "../sources/types.ts";
import { yamlSource } from "../sources/yaml.ts";

/** The values of a file that a person names, whatever it is called. Throws `USAGE` with file and line for a broken one. */
export async function readValues(path: string, text: string): Promise<readonly FoundValue[]> {
  const name = path.replaceAll("\\", "/");
  const source = sourceOf(name);
  const { values } = await source.extract({
    path: name,
    parse: async (format) => {
      const parsed = await parseStructured(format, text);
      const [problem] = parsed.problems;
      if (problem !== undefined) throw broken(`${path}:${problem.line}`, problem.message);
      return parsed;
    },
  });
  return values;
}

function sourceOf(path: string): FileSource {
  if (isAssignmentPath(path)) return terraformSource;
  if (dotenvSource.accepts(path)) return dotenvSource;
  const found = [jsonSource, yamlSource, tomlSource, iniSource, dotenvSource].find(
    ({ canRead }) => canRead?.(path) === true,
  );
  if (found !== undefined) return found;
  throw broken(path, `nobody knows the format of ${posix.basename(path)}`);
}

function broken(place: string, message: string): OrchestraError {
  return new OrchestraError("USAGE", `${place}: ${message}`, {
    hint: "It can be a .env file, JSON, YAML, TOML, INI or tfvars, told by its name. Nothing was imported.",
  });
}

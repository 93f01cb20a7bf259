import type { ParsedDocument, StructuredFormat } from "../../model/document.ts";

/** Parses a text of a known format; the parser is loaded when the first text of its format comes. */
export async function parseStructured(format: StructuredFormat, text: string): Promise<ParsedDocument> {
  switch (format) {
    case "json":
      return (await import("./json.ts")).parseJson(text);
    case "jsonc":
      return (await import("./json.ts")).parseJsonc(text);
    case "yaml":
      return (await import("./yaml.ts")).parseYaml(text);
    case "toml":
      return (await import("./toml.ts")).parseToml(text);
    case "ini":
      return (await import("./ini.ts")).parseIni(text);
    case "dotenv":
      return (await import("./dotenv.ts")).parseDotenv(text);
    case "hcl":
      return (await import("./hcl.ts")).parseHcl(text);
  }
}

import { writeDotenv } from "./dotenv.ts";
import { writeTfvars } from "./tfvars.ts";
import type { ExportFormat, WrittenText, WrittenValue } from "./types.ts";

/** Writes keys and values in a format; what only has a name is null, or stands empty in `.env`. */
export async function writeFormat(
  format: ExportFormat,
  values: readonly WrittenValue[],
): Promise<WrittenText> {
  switch (format) {
    case "env":
      return writeDotenv(values);
    case "tfvars":
      return writeTfvars(values);
    case "json": {
      const object = Object.fromEntries(values.map(({ key, value }) => [key, value ?? null]));
      return { text: `${JSON.stringify(object, undefined, 2)}\n`, leftOut: [] };
    }
    case "yaml": {
      const { stringify } = await import("yaml");
      const map = new Map(values.map(({ key, value }) => [key, value ?? null]));
      return { text: stringify(map, { lineWidth: 0, blockQuote: false }), leftOut: [] };
    }
  }
}

import type { FormatInput } from "./conflict-formats.ts";

const COMMANDS = { critical: "error", high: "error", medium: "warning", low: "notice" } as const;

/** Workflow commands of GitHub: an annotation for each conflict that nobody lets be. */
export function toAnnotations({ conflicts }: FormatInput): string {
  return conflicts
    .filter(({ status }) => status !== "ignored" && status !== "resolved")
    .map(({ severity, rule, message, hint, places: [first] }) => {
      const properties = [
        ...(first === undefined ? [] : [`file=${property(first.file)}`]),
        ...(first?.line === undefined ? [] : [`line=${first.line}`]),
        `title=${property(rule)}`,
      ];
      const text = hint === "" ? message : `${message}\n${hint}`;
      return `::${COMMANDS[severity]} ${properties.join(",")}::${data(text)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

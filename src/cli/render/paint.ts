import { styleText } from "node:util";
import type { ResourceStatus } from "../../model/resource-values.ts";

export type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

const STATUS_STYLES: Readonly<Record<ResourceStatus, Style>> = {
  available: "green",
  unavailable: "yellow",
  degraded: "yellow",
  unknown: "dim",
  missing: "red",
  unauthorized: "red",
};

export interface PaintOptions {
  /** `--no-color` makes it false. */
  readonly color: boolean | undefined;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Colour as `--no-color`, NO_COLOR and FORCE_COLOR say, otherwise on terminals. */
export function createPaint(options: PaintOptions): Paint {
  if (!hasColor(options)) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

/** The style that a status is shown in. */
export function statusStyle(status: ResourceStatus): Style {
  return STATUS_STYLES[status];
}

function hasColor({ color, isTerminal, env }: PaintOptions): boolean {
  if (color === false) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return false;
  return isTerminal;
}

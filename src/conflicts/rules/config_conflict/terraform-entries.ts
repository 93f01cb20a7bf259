import type { ConfigEntry } from "../../../model/config-entry.ts";
import { isMadeWrong } from "../../../model/made-wrong.ts";
import { isVendored } from "../../paths.ts";

/** Values of tfvars files that belong to the project. */
export function assignments(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return entries.filter((entry) =>
    entry.layer.includes("tfvars") || entry.layer === "terraform_var_file" ? isOwn(entry) : false,
  );
}

/** True for what neither others wrote nor a test needs wrong. */
export function isOwn({ source: { file = "" } }: ConfigEntry): boolean {
  return !isVendored(file) && !isMadeWrong(file);
}

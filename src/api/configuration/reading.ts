import { expandText } from "../../config/expand.ts";
import { explainKey } from "../../config/explain.ts";
import { groupByKey, normalKey } from "../../config/normal-key.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { ConfigReading } from "../types.ts";
import { explainIn } from "./answers.ts";
import type { ReadConfiguration } from "./read.ts";

/** The value that holds, with the names in it put in; a secret's value where it is asked for. */
export async function readHolding(
  read: ReadConfiguration,
  key: string,
  asked: { readonly environment: string; readonly scope?: string | undefined; readonly reveal?: boolean },
): Promise<ConfigReading> {
  const { winner, candidates, environment, scope } = explainIn(read, key, asked);
  if (winner === undefined)
    throw ambiguous(
      key,
      candidates.map(({ entry }) => entry),
    );
  if (winner.isSecret) {
    const value = asked.reveal === true ? await read.valueOf(winner) : undefined;
    return { entry: value === undefined ? winner : { ...winner, value } };
  }
  const isExpandable = winner.isExpression === true && winner.source.kind === "dotenv";
  if (!isExpandable || typeof winner.value !== "string") return { entry: winner };
  const byKey = groupByKey(read.entries);
  const { text, needsSecret } = expandText(winner.value, (name) => {
    const named = byKey.get(normalKey(name)) ?? [];
    return explainKey(named, name, { environment, scope }).winner;
  });
  return { entry: winner, ...(needsSecret ? { needsSecret } : { expandedValue: text }) };
}

function ambiguous(key: string, entries: readonly ConfigEntry[]): OrchestraError {
  const giving = entries.filter(({ isUnset, layer }) => isUnset !== true && layer !== "dotenv_template");
  if (giving.length === 0) {
    return new OrchestraError(
      "CONFIG_KEY_NOT_FOUND",
      `${JSON.stringify(key)} is named here, and nothing sets it`,
      {
        hint: "`orchestra config explain` shows where it is named.",
      },
    );
  }
  const places = giving.slice(0, 4).map(({ source }) => `${source.file ?? source.kind}:${source.line ?? 1}`);
  return new OrchestraError(
    "CONFIG_AMBIGUOUS",
    `${JSON.stringify(key)} is set twice on one level: ${places.join(" and ")}`,
    { hint: "Remove one of them; `orchestra config explain` shows all." },
  );
}

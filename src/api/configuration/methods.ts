import { OrchestraError } from "../../model/errors.ts";
import type { Notes, Session } from "../session.ts";
import type { Orchestra } from "../types.ts";
import type { ReadOptions } from "./read.ts";

/** What an `Orchestra` does with configuration. */
type ConfigurationMethods = Pick<
  Orchestra,
  | "listConfiguration"
  | "getConfiguration"
  | "explainConfiguration"
  | "readConfiguration"
  | "getAllConfiguration"
  | "setConfiguration"
  | "unsetConfiguration"
  | "exportConfiguration"
  | "importConfiguration"
  | "getConfigurationSchema"
  | "validateConfiguration"
  | "diffConfiguration"
>;

/** Makes them; the code behind each is loaded when it is first called. */
export function configurationMethods(
  session: Session,
  noting: <T extends { readonly notes: Notes }>(answer: T) => T,
): ConfigurationMethods {
  const read = async (options: ReadOptions = {}) => {
    const { readConfiguration } = await import("./read.ts");
    return noting(await readConfiguration(session, options));
  };
  const { environment } = session.environment;
  const explain: Orchestra["explainConfiguration"] = async (key, { scope } = {}) => {
    const { explainIn } = await import("./answers.ts");
    return explainIn(await read(), key, { environment, scope });
  };
  return {
    listConfiguration: async (filter = {}) => {
      const { filterEntries } = await import("./answers.ts");
      return filterEntries(await read(), filter);
    },
    getConfiguration: async (key, place) => {
      try {
        return (await explain(key, place)).winner;
      } catch (error) {
        if (error instanceof OrchestraError && error.code === "CONFIG_KEY_NOT_FOUND") return undefined;
        throw error;
      }
    },
    explainConfiguration: explain,
    readConfiguration: async (key, place = {}) => {
      const { readHolding } = await import("./reading.ts");
      return readHolding(await read(), key, { environment, ...place });
    },
    diffConfiguration: async (first, second) => {
      const { diffEnvironments } = await import("./answers.ts");
      return diffEnvironments(await read(), [first, second]);
    },
    ...changingMethods(session),
    exportConfiguration: async (path, options = {}) => {
      const { exportValues } = await import("./transfer.ts");
      return exportValues(session, await read(), { ...options, path });
    },
    getAllConfiguration: async (prefix) => {
      const { effectiveEntries } = await import("../../config/effective.ts");
      const { entries, stages } = await read();
      const held = effectiveEntries(entries, { environment: stages.nameOf(environment), scope: ".", prefix });
      return Object.fromEntries(
        held.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])),
      );
    },
    validateConfiguration: async () => {
      const { validateConfiguration } = await import("./validate.ts");
      return noting(await validateConfiguration(session, { keep: true })).report;
    },
  };
}

function changingMethods(
  session: Session,
): Pick<
  ConfigurationMethods,
  "setConfiguration" | "unsetConfiguration" | "importConfiguration" | "getConfigurationSchema"
> {
  return {
    setConfiguration: async (key, value, options = {}) => {
      const { setValues } = await import("./set.ts");
      const [entry] = await setValues(session, [{ key, value }], options);
      if (entry === undefined) throw new Error("what was set is listed");
      return entry;
    },
    unsetConfiguration: async (key, options = {}) => {
      const { unsetValue } = await import("./set.ts");
      return unsetValue(session, key, options);
    },
    importConfiguration: async (path, options = {}) => {
      const { importValues } = await import("./transfer.ts");
      return importValues(session, path, options);
    },
    getConfigurationSchema: async () => {
      const { readContract } = await import("./read.ts");
      return (await readContract(session)).jsonSchema;
    },
  };
}

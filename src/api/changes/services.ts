import { z } from "zod";
import { normalKey } from "../../config/normal-key.ts";
import type { ChangeServices } from "../../changes/world.ts";
import type { JsonObject, JsonValue } from "../../model/json.ts";
import { resourcePrioritySchema, resourceSchema } from "../../model/resource.ts";
import { readResources, updateRegistered } from "../../state/resource-documents.ts";
import {
  readStoredConfiguration,
  updateStoredConfiguration,
  type StoredConfiguration,
  type StoredValue,
} from "../../state/stored-configuration.ts";
import { setValues } from "../configuration/set.ts";
import { registerAll } from "../registration.ts";
import { resourceFromInput } from "../resource-input.ts";
import type { Session } from "../session.ts";

const setSchema = z.object({
  key: z.string(),
  value: z.json(),
  environment: z.string().exactOptional(),
  scope: z.string().exactOptional(),
  priority: z.union([z.string(), resourcePrioritySchema]).exactOptional(),
});

const storedSchema: z.ZodType<StoredValue> = z.object({
  key: z.string(),
  value: z.json(),
  environment: z.string(),
  scope: z.string(),
  priority: resourcePrioritySchema,
  setAt: z.string(),
});

/** Everything that was set under a key, in any environment and folder. */
const configSchema = z.object({
  key: z.string(),
  plain: z.array(storedSchema),
  secrets: z.array(storedSchema),
});

const resourceCaptureSchema = z.object({ id: z.string(), before: z.array(resourceSchema) });

/** What kinds of change ask of configuration and registry. */
export function createChangeServices(session: Session): ChangeServices {
  const { state, platform } = session;
  return {
    captureConfig: async (params) => {
      const { key } = setSchema.parse(params);
      const { plain, secrets } = readStoredConfiguration(state);
      return toJson({ key, plain: plain.filter(isOf(key)), secrets: secrets.filter(isOf(key)) });
    },
    setConfig: async (params) => {
      const { key, value, ...options } = setSchema.parse(params);
      await setValues(session, [{ key, value }], options);
    },
    restoreConfig: async (captured) => {
      const { key, plain, secrets } = configSchema.parse(captured);
      await updateStoredConfiguration(state, (stored) => restored(stored, { key, plain, secrets }));
    },
    captureResource: async (params) => {
      const { id } = resourceFromInput(params["resource"], platform.clock.now());
      const before = readResources(state).registered.filter((resource) => resource.id === id);
      return toJson({ id, before });
    },
    registerResource: async (params) => {
      await registerAll(session, [params["resource"]]);
    },
    restoreResource: async (captured) => {
      const { id, before } = resourceCaptureSchema.parse(captured);
      await updateRegistered(state, (known) => [...known.filter((one) => one.id !== id), ...before]);
    },
  };
}

function restored(
  stored: StoredConfiguration,
  { key, plain, secrets }: z.output<typeof configSchema>,
): StoredConfiguration {
  const isOther = (value: StoredValue) => !isOf(key)(value);
  return {
    plain: [...stored.plain.filter(isOther), ...plain].toSorted(byPlace),
    secrets: [...stored.secrets.filter(isOther), ...secrets].toSorted(byPlace),
  };
}

function isOf(key: string): (value: StoredValue) => boolean {
  return (value) => normalKey(value.key) === normalKey(key);
}

function byPlace(a: StoredValue, b: StoredValue): number {
  const [first = "", second = ""] = [a, b].map((one) => `${one.key}\n${one.environment}\n${one.scope}`);
  return first < second ? -1 : 1;
}

function toJson(value: object): JsonValue {
  const plain: JsonObject = JSON.parse(JSON.stringify(value));
  return plain;
}

import { z } from "zod";
import { isAllowedPath } from "./check-path.ts";
import { pathStateSchema, type PathState } from "./path-state.ts";

/** What a step does to the tree: one path that stands otherwise, or something that is moved as a whole. */
export type Effect =
  | {
      readonly effect: "set";
      readonly path: string;
      readonly before: PathState;
      readonly after: PathState;
    }
  | {
      readonly effect: "move";
      readonly from: string;
      readonly to: string;
      /** What is moved, as it stands. */
      readonly what: PathState;
      /** Which one it is: a folder has no contents to tell it by. */
      readonly identity: Identity;
    };

/** One file or folder of this machine. Decimal digits. */
export interface Identity {
  readonly device: string;
  readonly inode: string;
}

export const identitySchema: z.ZodType<Identity> = z.object({
  device: z.string().regex(/^\d+$/),
  inode: z.string().regex(/^\d+$/),
});

/** A journal is a file like any other: somebody may have written one. */
const pathSchema = z.string().refine(isAllowedPath);

/** An effect as a journal keeps it. */
export const effectSchema: z.ZodType<Effect> = z.discriminatedUnion("effect", [
  z.object({
    effect: z.literal("set"),
    path: pathSchema,
    before: pathStateSchema,
    after: pathStateSchema,
  }),
  z.object({
    effect: z.literal("move"),
    from: pathSchema,
    to: pathSchema,
    what: pathStateSchema,
    identity: identitySchema,
  }),
]);

/** Paths that an effect is about. */
export function pathsOf(effect: Effect): readonly string[] {
  return effect.effect === "set" ? [effect.path] : [effect.from, effect.to];
}

/** The effect that takes it back. */
export function inverseOf(effect: Effect): Effect {
  if (effect.effect === "move") return { ...effect, from: effect.to, to: effect.from };
  return { ...effect, before: effect.after, after: effect.before };
}

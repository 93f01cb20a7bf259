import { z } from "zod";

/** How a path stands, in all that is put back. Contents are named by their id in the store. */
export type PathState =
  | { readonly kind: "absent" }
  | {
      readonly kind: "file";
      /** Empty where nobody read it: of a file that is moved. */
      readonly content: string;
      readonly mode: number;
      /** Decimal digits of nanoseconds since 1970; absent in a state that is only to come. */
      readonly modifiedNs?: string;
      readonly userId?: number;
      readonly groupId?: number;
    }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder"; readonly mode: number }
  | { readonly kind: "other" };

/** Nothing stands there. */
export const ABSENT: PathState = { kind: "absent" };

/** A state as a journal or a plan keeps it. */
export const pathStateSchema: z.ZodType<PathState> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("absent") }),
  z.object({
    kind: z.literal("file"),
    content: z.string(),
    mode: z.int(),
    modifiedNs: z.string().exactOptional(),
    userId: z.int().exactOptional(),
    groupId: z.int().exactOptional(),
  }),
  z.object({ kind: z.literal("link"), target: z.string() }),
  z.object({ kind: z.literal("folder"), mode: z.int() }),
  z.object({ kind: z.literal("other") }),
]);

/** In one line, without times and owners: two paths that stand alike have the same. */
export function describePathState(state: PathState): string {
  switch (state.kind) {
    case "file":
      return `file ${state.mode.toString(8)} ${state.content}`.trimEnd();
    case "link":
      return `link ${state.target}`;
    case "folder":
      return `folder ${state.mode.toString(8)}`;
    case "absent":
    case "other":
      return state.kind;
  }
}

/** True when nothing that counts differs: not times, not owners. */
export function isSameState(a: PathState, b: PathState): boolean {
  return describePathState(a) === describePathState(b);
}

import type { ArtifactKind } from "../types.ts";
import { GO, NATIVE, RUST } from "./compiled.ts";
import { JAVASCRIPT } from "./javascript.ts";
import { DOTNET, JVM } from "./managed.ts";
import { GAMES, INFRASTRUCTURE, MOBILE } from "./platforms.ts";
import { PYTHON } from "./python.ts";
import { FUNCTIONAL, PHP, RUBY } from "./scripting.ts";
import { DOCUMENTS, SYSTEM } from "./system.ts";

/** Every kind of artifact; of two that fit, the first holds. */
export const ARTIFACT_KINDS: readonly ArtifactKind[] = [
  ...PYTHON,
  ...RUST,
  ...JVM,
  ...DOTNET,
  ...MOBILE,
  ...GAMES,
  ...FUNCTIONAL,
  ...RUBY,
  ...PHP,
  ...NATIVE,
  ...GO,
  ...INFRASTRUCTURE,
  ...JAVASCRIPT,
  ...DOCUMENTS,
  ...SYSTEM,
];

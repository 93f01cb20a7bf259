import type { SystemState } from "../../api/types.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";

/** The system's state for a person. */
export function renderState(state: SystemState, paint: Paint): readonly string[] {
  const found = state.initializationStatus?.resourceRegistry;
  const rows = [
    ["project", state.root],
    ["environment", `${state.environment} (${state.environmentEvidence})`],
    ["resources", describeCounts(state.resourcesCount, found)],
    ["generation", String(state.generation)],
  ];
  return [paint("bold", "orchestra is ready"), ...renderTable(rows).map((line) => `  ${line}`)];
}

function describeCounts(
  total: number,
  found: NonNullable<SystemState["initializationStatus"]>["resourceRegistry"] | undefined,
): string {
  if (found === undefined) return String(total);
  return `${total}: ${found.availableResources} available, ${found.unavailableResources} not, ${found.unknownResources} unknown`;
}

import type { CleanupOptions } from "../../api/cleanup/types.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { OptionValues } from "../command-definition.ts";
import { textOption, textsOption } from "./option-values.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1_024, m: 1_048_576, g: 1_073_741_824 };
const DAYS: Readonly<Record<string, number>> = { d: 1, "": 1, h: 1 / 24, w: 7 };

/** Options of `setup` that say something of a clean-up. */
const OWN = ["apply", "delete", "maxAgeDays", "include", "exclude", "minSize"];

/** What `setup --cleanup` was told. Throws `USAGE` that names the value. */
export function readCleanup(options: OptionValues): CleanupOptions {
  const { maxAgeDays, minSize } = {
    ...textOption(options, "maxAgeDays", "maxAgeDays"),
    ...textOption(options, "minSize", "minSize"),
  };
  const isForGood = options["delete"] === true;
  if (isForGood && options["apply"] !== true) {
    throw new OrchestraError("USAGE", "--delete removes nothing by itself", {
      hint: "Add --apply to remove for good what is listed.",
    });
  }
  return {
    dryRun: options["apply"] !== true,
    delete: isForGood,
    include: textsOption(options, "include"),
    exclude: textsOption(options, "exclude"),
    ...(maxAgeDays === undefined ? {} : { maxAgeDays: readDays("--max-age-days", maxAgeDays) }),
    ...(minSize === undefined ? {} : { minSize: readSize(minSize) }),
  };
}

/** Throws `USAGE` for an option of a clean-up where none is made. */
export function rejectStrayCleanup(options: OptionValues): void {
  const stray = OWN.find((name) => options[name] !== undefined);
  if (stray === undefined) return;
  const flag = stray.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new OrchestraError("USAGE", `--${flag} says something of a clean-up, and none is made`, {
    hint: "Add --cleanup.",
  });
}

/** `30d`, `12h`, `2w`, `30`: days. Throws `USAGE`. */
export function readDays(flag: string, text: string): number {
  const [, digits, unit = ""] = /^(\d{1,6}(?:\.\d{1,6})?)([dhw]?)$/i.exec(text) ?? [];
  const days = DAYS[unit.toLowerCase()];
  if (digits !== undefined && days !== undefined) return Number(digits) * days;
  throw new OrchestraError("USAGE", `${flag} ${JSON.stringify(text.slice(0, 80))} is no number of days`, {
    hint: "30, 30d, 2w, 12h; 0 for any age.",
  });
}

/** `10k`, `5M`, `1G`, `4096`: bytes. Throws `USAGE`. */
function readSize(text: string): number {
  const [, digits, unit = ""] = /^(\d{1,15}(?:\.\d{1,6})?)([bkmg]?)$/i.exec(text) ?? [];
  const bytes = UNITS[unit.toLowerCase()];
  if (digits !== undefined && bytes !== undefined) return Number(digits) * bytes;
  throw new OrchestraError("USAGE", `--min-size ${JSON.stringify(text.slice(0, 80))} is no size`, {
    hint: "4096, 10k, 5M, 1G.",
  });
}

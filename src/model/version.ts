import manifest from "../../package.json" with { type: "json" };

/** The version of the package, written into the bundle when it is built. */
export const VERSION: string = manifest.version;

import manifest from "../../package.json" with { type: "json" };

/** The version of the package, written into the bundle when it is built. */
export const VERSION: string = manifest.version;

/** Written into the bundle when it is built; nothing where the source itself runs. */
declare const __BUILD_ID__: string | undefined;

/** The version and the very source it was built of: what another build kept for later is of no use to this one. */
export const BUILD: string = `${VERSION}+${typeof __BUILD_ID__ === "undefined" ? "source" : __BUILD_ID__}`;

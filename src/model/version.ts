import manifest from "../../package.json" with { type: "json" };

/** A hash of all sources, which the build writes in its place; there is none where the sources run as they are. */
declare const SOURCES_HASH: string | undefined;

/** The version of the package, written into the bundle when it is built. */
export const VERSION: string = manifest.version;

/** Tells this build from any other, of the same version too: `0.1.0+4b1d0c9e2f7a6538`. */
export const BUILD: string =
  typeof SOURCES_HASH === "string" ? `${VERSION}+${SOURCES_HASH}` : `${VERSION}+source`;

/** A file that holds a version and nothing else. */
export const WHOLE_TEXT = /^\s*v?(\d+(?:\.\d+)+[-\w.+]*)\s*$/;

/** An answer that is a version and nothing else. */
export const BARE_VERSION = /^\s*v?(\d+\.\d+\.\d+(?:[-+.][-\w.+]*)?)\s*$/;

/** The member `version` of a package.json; the first that the file has. */
export const PACKAGE_VERSION = /"version"\s*:\s*"([^"\s]+)"/;

import { X509Certificate } from "node:crypto";

/** What an X.509 certificate says of whom it is for. */
export interface CertificateNames {
  /** Of hosts: the alternative names, or the common name where there are none (RFC 6125, section 6.4.4). */
  readonly hosts: readonly string[];
  /** `O` of the subject; empty where it has none. */
  readonly organization: string;
  /** True for one that signs others. */
  readonly isAuthority: boolean;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]{1,65536}-----END CERTIFICATE-----/g;

/** The certificates in a text, PEM; what cannot be read is left out. */
export function certificatesIn(text: string): readonly CertificateNames[] {
  return [...text.matchAll(PEM)].flatMap(([pem]) => {
    try {
      const { subject, subjectAltName = "", ca } = new X509Certificate(pem);
      const alternative = subjectAltName
        .split(/,\s*/)
        .flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
      const common = field(subject, "CN");
      return [
        {
          hosts: alternative.length > 0 || common === "" ? alternative : [common],
          organization: field(subject, "O"),
          isAuthority: ca,
        },
      ];
    } catch {
      return [];
    }
  });
}

/** Node writes a field of a name on each line. */
function field(name: string | undefined, key: string): string {
  const line = (name ?? "").split("\n").find((one) => one.startsWith(`${key}=`));
  return line?.slice(key.length + 1) ?? "";
}

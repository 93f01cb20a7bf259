import { X509Certificate } from "node:crypto";

/** What an X.509 certificate says of whom it is for. */
export interface CertificateNames {
  /** Of hosts, as alternative names; where there are none, the common name is the host's (RFC 6125, section 6.4.4). */
  readonly hosts: readonly string[];
  /** `CN` of the subject: of a host, a person, a role; empty where it has none. */
  readonly commonName: string;
  /** `O` of the subject; empty where it has none. */
  readonly organization: string;
  /** `CN` of who signed it; empty where it has none. */
  readonly issuer: string;
  /** True for one that signs others. */
  readonly isAuthority: boolean;
  /** True for one whose issuer is its subject. */
  readonly isSelfSigned: boolean;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]{1,65536}-----END CERTIFICATE-----/g;

/** The certificates in a text, PEM; what cannot be read is left out. */
export function certificatesIn(text: string): readonly CertificateNames[] {
  return [...text.matchAll(PEM)].flatMap(([pem]) => {
    try {
      const {
        subject,
        issuer,
        subjectAltName = "",
        ca,
      } = new X509Certificate(
        // In JSON a line ends in two signs, in YAML each stands further in.
        pem.replaceAll("\\n", "\n").replaceAll(/^[ \t]+/gm, ""),
      );
      const alternative = subjectAltName
        .split(/,\s*/)
        .flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
      return [
        {
          hosts: alternative,
          commonName: field(subject, "CN"),
          organization: field(subject, "O"),
          issuer: field(issuer, "CN"),
          isAuthority: ca,
          isSelfSigned: issuer === subject,
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

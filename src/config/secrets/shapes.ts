interface SecretShape {
  readonly kind: string;
  /** One of these texts is in every secret of this shape: the pattern is only tried where one stands. */
  readonly marks: readonly string[];
  readonly pattern: RegExp;
}

/** The published forms of tokens, by provider. */
export const SHAPES: readonly SecretShape[] = [
  shape("private_key", ["PRIVATE KEY"], /-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----/),
  shape("aws_access_key_id", ["AKIA", "ASIA"], /\b(AKIA|ASIA)[A-Z2-7]{16}\b/),
  shape("github_token", ["gh", "github_pat_"], /\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{40,})/),
  shape("gitlab_token", ["gl"], /\bgl(pat|ptt|dt|rt|cbt|ft|soat|imt|agent|oas)-[\w-]{20,}/),
  shape("slack_token", ["xox", "xapp-"], /\b(xox[abeoprs]-(?=[\w-]*\d)[\w-]{10,}|xapp-\d-[\w-]{10,})/),
  shape("slack_webhook", ["hooks.slack.com"], /hooks\.slack\.com\/(services|workflows)\/[\w/+]{20,}/),
  shape("stripe_key", ["k_live_", "k_test_", "whsec_"], /\b([sr]k_(live|test)_\w{10,}|whsec_[\w+/=]{20,})/),
  shape("anthropic_key", ["sk-ant-"], /\bsk-ant-[\w-]{20,}/),
  shape("langfuse_key", ["sk-lf-"], /\bsk-lf-[\w-]{10,}/),
  shape("openrouter_key", ["sk-or-"], /\bsk-or-[\w-]{20,}/),
  shape("openai_key", ["sk-"], /(?<![\w-])sk-(?=[\w-]*\d)(proj-|svcacct-|admin-)?[\w-]{20,}/),
  shape("gcp_api_key", ["AIza"], /\bAIza[\w-]{35}(?![\w-])/),
  shape("google_oauth_secret", ["GOCSPX-"], /\bGOCSPX-[\w-]{20,}/),
  shape("google_access_token", ["ya29."], /\bya29\.[\w-]{20,}/),
  shape("sendgrid_key", ["SG."], /\bSG\.[\w-]{16,}\.[\w-]{16,}/),
  shape("twilio_key", ["SK"], /\bSK[0-9a-f]{32}\b/),
  shape("mailgun_key", ["key-"], /\bkey-[0-9a-z]{32}\b/),
  shape("mailchimp_key", ["-us"], /\b[0-9a-f]{32}-us\d{1,2}\b/),
  shape("npm_token", ["npm_"], /\bnpm_[A-Za-z0-9]{30,}/),
  shape("pypi_token", ["pypi-"], /\bpypi-[\w-]{50,}/),
  shape("rubygems_key", ["rubygems_"], /\brubygems_[0-9a-f]{40,}/),
  shape("docker_token", ["dckr_"], /\bdckr_(pat|oat)_[\w-]{20,}/),
  shape("hugging_face_token", ["hf_"], /\bhf_[A-Za-z0-9]{30,}/),
  shape("databricks_token", ["dapi"], /\bdapi[0-9a-f]{32}(-\d)?\b/),
  shape("digitalocean_token", ["do"], /\bdo[opr]_v1_[0-9a-f]{60,}/),
  shape("shopify_token", ["shp"], /\bshp(at|ca|pa|ss)_[0-9a-fA-F]{32}/),
  shape("linear_key", ["lin_"], /\blin_(api|oauth)_\w{30,}/),
  shape("vault_token", ["hvs.", "hvb.", "hvr."], /\bhv[sbr]\.[\w-]{20,}/),
  shape("terraform_cloud_token", [".atlasv1."], /\b\w{10,}\.atlasv1\.[\w-]{50,}/),
  shape("new_relic_key", ["NRAK-", "NRII-", "NRJS-"], /\bNR(AK|II|JS)-[\w-]{20,}/),
  shape("grafana_token", ["glsa_", "glc_"], /\b(glsa_\w{30,}|glc_[\w+/=]{30,})/),
  shape("doppler_token", ["dp."], /\bdp\.(pt|st|ct|sa|scim|audit)\.[\w.-]{30,}/),
  shape("postman_key", ["PMAK-"], /\bPMAK-[0-9a-f]{20,}-[0-9a-f]{20,}/),
  shape(
    "square_token",
    ["sq0", "EAAA"],
    /\bsq0[a-z]{3}-[\w-]{20,}|(?<![\w+/-])(?![0-9A-F]{64}(?!\w))EAAA[\w-]{50,100}(?![\w+/=-])/,
  ),
  shape("telegram_token", [":AA"], /\b\d{8,10}:AA[\w-]{32,}/),
  shape(
    "azure_account_key",
    ["AccountKey=", "SharedAccessKey="],
    /(AccountKey|SharedAccessKey)=[A-Za-z0-9+/=]{20,}/,
  ),
  shape("supabase_key", ["sb_secret_", "sbp_"], /\b(sb_secret_[\w-]{20,}|sbp_[0-9a-f]{40})/),
  shape("sentry_token", ["sntry"], /\bsntry[su]_[\w+/=-]{30,}/),
  shape("groq_key", ["gsk_"], /\bgsk_[A-Za-z0-9]{40,}/),
  shape("perplexity_key", ["pplx-"], /\bpplx-[A-Za-z0-9]{40,}/),
  shape("replicate_token", ["r8_"], /\br8_[A-Za-z0-9]{30,}/),
  shape("azure_client_secret", ["Q~"], /(^|[^\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}/),
  shape("atlassian_token", ["ATATT3"], /\bATATT3[\w=-]{60,}/),
  shape("heroku_key", ["HRKU-"], /\bHRKU-[\w-]{30,}/),
  shape("fly_token", ["fo1_", "fm1", "fm2_"], /\b(fo1_[\w-]{40,}|fm1[ar]_[\w+/=]{40,}|fm2_[\w+/=]{40,})/),
  shape("figma_token", ["figd_"], /\bfigd_[\w-]{30,}/),
  shape("notion_token", ["ntn_"], /\bntn_[A-Za-z0-9]{40,}/),
  shape("airtable_token", ["pat"], /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/),
  shape("netlify_token", ["nfp_"], /\bnfp_[A-Za-z0-9]{30,}/),
  shape("pulumi_token", ["pul-"], /\bpul-[0-9a-f]{40}\b/),
  shape("planetscale_token", ["pscale_"], /\bpscale_(tkn|pw|oauth)_[\w.-]{30,}/),
  shape("age_key", ["AGE-SECRET-KEY-"], /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/),
  shape("xai_key", ["xai-"], /\bxai-[A-Za-z0-9]{60,}/),
  shape("nvidia_key", ["nvapi-"], /\bnvapi-[\w-]{50,}/),
  shape("pinecone_key", ["pcsk_"], /\bpcsk_\w{40,}/),
  shape("langsmith_key", ["lsv2_"], /\blsv2_(pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/),
  shape("tailscale_key", ["tskey-"], /\btskey-[a-z]+-\w{8,}-\w{16,}/),
  shape("contentful_token", ["CFPAT-"], /\bCFPAT-[\w-]{40,}/),
  shape("mapbox_token", ["sk.eyJ"], /\bsk\.eyJ[\w-]{40,}\.[\w-]{20,}/),
  shape("alibaba_key_id", ["LTAI"], /\bLTAI[A-Za-z0-9]{16,24}\b/),
  shape("dropbox_token", ["sl."], /\bsl\.(u\.)?[\w-]{100,}/),
  shape("typeform_token", ["tfp_"], /\btfp_[\w.-]{40,}/),
  shape("prefect_key", ["pnu_", "pnb_"], /\bpn[ub]_[A-Za-z0-9]{36}\b/),
  shape("sourcegraph_token", ["sgp_"], /\bsgp_(\w{16}_)?[0-9a-f]{40}\b/),
  shape("brevo_key", ["xkeysib-"], /\bxkeysib-[0-9a-f]{60,}-\w{10,}/),
  shape("readme_key", ["rdme_"], /\brdme_[0-9a-z]{60,}/),
  shape("resend_key", ["re_"], /\bre_[A-Za-z0-9]{8,}_[A-Za-z0-9]{20,}/),
  shape("discord_webhook", ["/api/webhooks/"], /discord(app)?\.com\/api\/webhooks\/\d+\/[\w-]{40,}/),
  shape("teams_webhook", ["webhook.office.com"], /webhook\.office\.com\/webhookb2\/[\w@-]{30,}/),
  shape("zapier_webhook", ["hooks.zapier.com"], /hooks\.zapier\.com\/hooks\/catch\/\d+\/\w{5,}/),
  shape("json_web_token", ["eyJ"], /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/),
];

/** The kind of secret that stands in a text by its shape alone. */
export function secretShape(text: string): string | undefined {
  return SHAPES.find(
    ({ marks, pattern }) => marks.some((mark) => text.includes(mark)) && isVaried(pattern.exec(text)?.[0]),
  )?.kind;
}

/** `sk-xxxxxxxxxxxxxxxxxxxxxxxx` only shows what a key looks like. */
export function isVaried(match: string | undefined): boolean {
  return match !== undefined && new Set(match).size >= 7;
}

function shape(kind: string, marks: readonly string[], pattern: RegExp): SecretShape {
  return { kind, marks, pattern };
}

import { family, type LibraryFamily } from "./family.ts";

/** Go modules, by their path; `*` after a slash takes every module below. */
export const GO_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "cloud.google.com/go cloud.google.com/go/* google.golang.org/api"),
  family(
    "google",
    "sdk",
    "google.golang.org/genai google.golang.org/adk firebase.google.com/go firebase.google.com/go/* github.com/googleapis/gax-go/* github.com/GoogleCloudPlatform/functions-framework-go github.com/firebase/genkit/*",
  ),
  family("aws", "sdk", "github.com/aws/aws-sdk-go github.com/aws/aws-lambda-go github.com/aws/aws-cdk-go/*"),
  family("aws", "api_client", "github.com/aws/aws-sdk-go-v2 github.com/aws/aws-sdk-go-v2/*"),
  family(
    "azure",
    "api_client",
    "github.com/Azure/azure-sdk-for-go github.com/Azure/azure-sdk-for-go/* github.com/microsoftgraph/*",
  ),
  family(
    "models",
    "api_client",
    "github.com/sashabaranov/go-openai github.com/openai/openai-go github.com/openai/openai-go/* github.com/anthropics/anthropic-sdk-go github.com/ollama/ollama github.com/cohere-ai/cohere-go/*",
  ),
  family(
    "models",
    "sdk",
    "github.com/tmc/langchaingo github.com/cloudwego/eino github.com/mark3labs/mcp-go github.com/modelcontextprotocol/go-sdk",
  ),
  family(
    "services",
    "api_client",
    "github.com/google/go-github/* gitlab.com/gitlab-org/api/client-go github.com/xanzy/go-gitlab github.com/stripe/stripe-go/* github.com/twilio/twilio-go github.com/slack-go/slack github.com/sendgrid/sendgrid-go github.com/cloudflare/cloudflare-go k8s.io/client-go github.com/docker/docker github.com/hashicorp/vault/api github.com/elastic/go-elasticsearch/*",
  ),
  family(
    "observability",
    "sdk",
    "github.com/getsentry/sentry-go github.com/DataDog/* gopkg.in/DataDog/* go.opentelemetry.io/otel/sdk",
  ),
];

/** crates.io. */
export const RUST_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "google-cloud-* gcloud-* google-apis-* gcp-bigquery-client"),
  family("google", "sdk", "gcp_auth yup-oauth2"),
  family("aws", "api_client", "aws-sdk-* rusoto_*"),
  family("aws", "sdk", "aws-config lambda_runtime"),
  family("azure", "api_client", "azure_*"),
  family("models", "api_client", "async-openai openai-api-rs anthropic-sdk anthropic ollama-rs misanthropic"),
  family("models", "sdk", "langchain-rust rig-core llm-chain rmcp genai"),
  family("services", "api_client", "octocrab gitlab async-stripe slack-morphism kube bollard elasticsearch"),
  family("observability", "sdk", "sentry opentelemetry_sdk"),
];

/** Maven, `group:artifact`; Gradle uses the same. */
export const MAVEN_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "com.google.cloud:* com.google.apis:*"),
  family(
    "google",
    "sdk",
    "com.google.auth:* com.google.genai:* com.google.firebase:* com.google.api:gax* com.google.adk:*",
  ),
  family("aws", "api_client", "software.amazon.awssdk:* com.amazonaws:aws-java-sdk-*"),
  family("aws", "sdk", "com.amazonaws:aws-java-sdk com.amazonaws:aws-lambda-java-* io.awspring.cloud:*"),
  family("azure", "api_client", "com.azure:* com.microsoft.azure:* com.microsoft.graph:*"),
  family("models", "api_client", "com.openai:* com.anthropic:* com.theokanning.openai-gpt3-java:*"),
  family("models", "sdk", "dev.langchain4j:* org.springframework.ai:* io.modelcontextprotocol.sdk:*"),
  family(
    "services",
    "api_client",
    "com.stripe:* com.twilio.sdk:* com.sendgrid:* org.kohsuke:github-api com.slack.api:* co.elastic.clients:* io.fabric8:kubernetes-client io.kubernetes:*",
  ),
  family("observability", "sdk", "io.sentry:* com.datadoghq:* io.opentelemetry:opentelemetry-sdk"),
];

/** NuGet. */
export const NUGET_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "Google.Cloud.* Google.Apis.*"),
  family("google", "sdk", "Google.Apis.Auth FirebaseAdmin Google.Api.Gax*"),
  family("aws", "api_client", "AWSSDK.*"),
  family("aws", "sdk", "Amazon.CDK.Lib Amazon.Lambda.*"),
  family("azure", "api_client", "Azure.* Microsoft.Azure.* Microsoft.Graph"),
  family("azure", "sdk", "Azure.Identity Microsoft.Identity.Client"),
  family("models", "api_client", "OpenAI Anthropic Anthropic.SDK OllamaSharp Mistral.SDK"),
  family(
    "models",
    "sdk",
    "Microsoft.SemanticKernel* Microsoft.Extensions.AI* LangChain* ModelContextProtocol*",
  ),
  family(
    "services",
    "api_client",
    "Octokit Stripe.net Twilio SendGrid SlackNet Algolia.Search KubernetesClient",
  ),
  family("observability", "sdk", "Sentry* Datadog.Trace OpenTelemetry"),
];

/** Hex, pub.dev and Swift packages. */
export const OTHER_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "google_api_* googleapis google_generative_ai"),
  family(
    "google",
    "sdk",
    "goth firebase_core firebase_auth cloud_firestore firebase_* firebase-ios-sdk google_sign_in",
  ),
  family("aws", "sdk", "ex_aws ex_aws_* aws amplify_flutter aws-sdk-swift soto"),
  family(
    "models",
    "api_client",
    "openai openai_ex anthropix dart_openai anthropic_sdk_dart ollama openai-swift",
  ),
  family("models", "sdk", "langchain langchain_* swift-sdk"),
  family(
    "services",
    "api_client",
    "stripity_stripe tentacat github supabase_flutter supabase supabase-swift stripe-ios",
  ),
  family("observability", "sdk", "sentry sentry_flutter sentry-cocoa"),
];

import { family, type LibraryFamily } from "./family.ts";

/** npm. */
export const NPM_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "@google-cloud/* googleapis @googleapis/* @google-analytics/*"),
  family(
    "google",
    "sdk",
    "google-auth-library google-gax @google/genai @google/generative-ai @google/adk firebase firebase-admin firebase-functions @firebase/* @genkit-ai/* genkit",
  ),
  family("aws", "api_client", "@aws-sdk/*"),
  family(
    "aws",
    "sdk",
    "aws-sdk aws-cdk-lib aws-amplify @aws-amplify/* @aws-cdk/* @aws-lambda-powertools/* @smithy/*",
  ),
  family("azure", "api_client", "@azure/*"),
  family(
    "azure",
    "sdk",
    "@azure/identity @azure/functions @microsoft/microsoft-graph-client @azure/msal-node @azure/msal-browser",
  ),
  family("openai", "api_client", "openai @openai/*"),
  family("openai", "sdk", "@openai/agents @openai/codex-sdk"),
  family("anthropic", "api_client", "@anthropic-ai/sdk @anthropic-ai/bedrock-sdk @anthropic-ai/vertex-sdk"),
  family("anthropic", "sdk", "@anthropic-ai/claude-agent-sdk @anthropic-ai/claude-code"),
  family("langchain", "sdk", "langchain @langchain/* langsmith langfuse langfuse-* @langfuse/*"),
  family("vercel", "sdk", "ai @ai-sdk/* @vercel/*"),
  family("mcp", "sdk", "@modelcontextprotocol/*"),
  family(
    "models",
    "sdk",
    "llamaindex @llamaindex/* @mastra/* @huggingface/inference @huggingface/transformers @xenova/transformers",
  ),
  family(
    "models",
    "api_client",
    "@mistralai/mistralai cohere-ai groq-sdk together-ai replicate ollama @openrouter/* voyageai @pinecone-database/pinecone @qdrant/js-client-rest weaviate-client chromadb",
  ),
  family("github", "api_client", "octokit @octokit/* @actions/github"),
  family("gitlab", "api_client", "@gitbeaker/*"),
  family("stripe", "api_client", "stripe @stripe/*"),
  family("twilio", "api_client", "twilio @sendgrid/*"),
  family("slack", "api_client", "@slack/web-api @slack/bolt @slack/*"),
  family("cloudflare", "sdk", "cloudflare @cloudflare/* wrangler"),
  family("supabase", "sdk", "@supabase/*"),
  family(
    "observability",
    "sdk",
    "@sentry/* dd-trace @datadog/* newrelic posthog-node posthog-js @opentelemetry/sdk-node",
  ),
  family(
    "services",
    "api_client",
    "algoliasearch @algolia/* contentful @notionhq/client @linear/sdk jira.js resend postmark mailgun.js @mailchimp/* plaid square braintree intercom-client @hubspot/api-client @elastic/elasticsearch @upstash/* @kubernetes/client-node dockerode auth0 @auth0/* @clerk/* @planetscale/database @neondatabase/serverless",
  ),
];

/** PyPI; names are compared with dashes. */
export const PYPI_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "google-cloud-* google-api-python-client google-analytics-*"),
  family(
    "google",
    "sdk",
    "google-auth google-auth-* google-api-core google-genai google-generativeai google-adk vertexai firebase-admin functions-framework",
  ),
  family(
    "aws",
    "sdk",
    "boto3 botocore aioboto3 aiobotocore aws-cdk-lib aws-lambda-powertools sagemaker awscli chalice",
  ),
  family("azure", "api_client", "azure-* msgraph-sdk"),
  family("azure", "sdk", "azure-identity azure-functions azure-core msal"),
  family("openai", "api_client", "openai"),
  family("openai", "sdk", "openai-agents tiktoken"),
  family("anthropic", "api_client", "anthropic"),
  family("anthropic", "sdk", "claude-agent-sdk claude-code-sdk"),
  family("langchain", "sdk", "langchain langchain-* langgraph langgraph-* langsmith langfuse"),
  family("mcp", "sdk", "mcp fastmcp"),
  family(
    "models",
    "sdk",
    "llama-index llama-index-* litellm crewai autogen-agentchat pydantic-ai pydantic-ai-slim dspy haystack-ai semantic-kernel instructor guidance transformers huggingface-hub sentence-transformers smolagents vllm llama-cpp-python",
  ),
  family(
    "models",
    "api_client",
    "mistralai cohere groq together replicate ollama voyageai pinecone pinecone-client qdrant-client weaviate-client chromadb",
  ),
  family("github", "api_client", "pygithub github3-py ghapi githubkit"),
  family("gitlab", "api_client", "python-gitlab"),
  family(
    "services",
    "api_client",
    "stripe twilio sendgrid slack-sdk slack-bolt notion-client jira atlassian-python-api algoliasearch elasticsearch opensearch-py kubernetes docker cloudflare supabase plaid-python hvac python-terraform auth0-python resend hubspot-api-client",
  ),
  family("observability", "sdk", "sentry-sdk ddtrace datadog newrelic posthog opentelemetry-sdk"),
];

/** RubyGems. */
export const RUBY_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "google-cloud-* google-apis-* google-api-client"),
  family("google", "sdk", "googleauth firebase"),
  family("aws", "api_client", "aws-sdk-*"),
  family("aws", "sdk", "aws-sdk"),
  family("azure", "api_client", "azure-* azure_*"),
  family("models", "api_client", "ruby-openai openai anthropic gemini-ai ollama-ai"),
  family("models", "sdk", "langchainrb ruby_llm mcp"),
  family(
    "services",
    "api_client",
    "octokit gitlab stripe twilio-ruby sendgrid-ruby slack-ruby-client algolia elasticsearch",
  ),
  family("observability", "sdk", "sentry-ruby sentry-rails datadog ddtrace newrelic_rpm"),
];

/** Packagist. */
export const PHP_LIBRARIES: readonly LibraryFamily[] = [
  family("google", "api_client", "google/cloud google/cloud-* google/apiclient"),
  family("google", "sdk", "google/auth google/gax kreait/firebase-php"),
  family("aws", "sdk", "aws/aws-sdk-php aws/aws-sdk-php-laravel"),
  family("azure", "api_client", "microsoft/azure-* microsoft/microsoft-graph"),
  family("models", "api_client", "openai-php/client openai-php/laravel anthropic-ai/sdk"),
  family(
    "services",
    "api_client",
    "stripe/stripe-php twilio/sdk sendgrid/sendgrid knplabs/github-api algolia/algoliasearch-client-php",
  ),
  family("observability", "sdk", "sentry/sentry sentry/sentry-laravel datadog/dd-trace"),
];

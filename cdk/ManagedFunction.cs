using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cdk;

/// <summary>What one function differs in from the other.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Assembly">Its assembly, which is its handler.</param>
/// <param name="Folder">The folder of its assemblies.</param>
/// <param name="MemoryMegabytes">Its memory.</param>
/// <param name="TimeoutSeconds">How long one invocation may take.</param>
/// <param name="Variables">Its environment.</param>
/// <param name="Grants">What it may do, beside writing its logs and its traces; the CDK grants the latter.</param>
/// <param name="GrantedNames">The names behind those grants: what a reference means changes with them, while its text stays.</param>
internal sealed record FunctionSpec(
    string Name,
    string Assembly,
    string Folder,
    int MemoryMegabytes,
    int TimeoutSeconds,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<PolicyStatement> Grants,
    IReadOnlyList<string> GrantedNames);

/// <summary>Functions on Lambda's managed .NET runtime, each with a role of its own and a log group.</summary>
internal static class ManagedFunction
{
    private const int HashDigits = 8;

    /// <summary>Makes a function.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="spec">What it is.</param>
    /// <param name="reservedConcurrency">How many may run at once; null reserves none.</param>
    /// <returns>The function.</returns>
    public static Function Create(Construct scope, StackSettings settings, FunctionSpec spec, int? reservedConcurrency = null)
    {
        var log = LogGroups.Create(scope, settings, $"/aws/lambda/{spec.Name}");
        var role = new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
        });
        Grant(role, spec.GrantedNames,
        [
            .. spec.Grants,
            Allow.To(["logs:CreateLogStream", "logs:PutLogEvents"], log.LogGroupArn),
        ]);
        return new Function(scope, "Function", new FunctionProps
        {
            FunctionName = spec.Name,
            Runtime = new Runtime("dotnet10", RuntimeFamily.DOTNET_CORE),
            Architecture = settings.Architecture == "arm64" ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = spec.Assembly,
            Code = Code.FromAsset(spec.Folder),
            MemorySize = spec.MemoryMegabytes,
            Timeout = Duration.Seconds(spec.TimeoutSeconds),
            Environment = new SortedDictionary<string, string>(spec.Variables.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Role = role,
            LogGroup = log,
            LoggingFormat = LoggingFormat.JSON,
            ApplicationLogLevelV2 = ApplicationLogLevel.INFO,
            SystemLogLevelV2 = SystemLogLevel.WARN, // a start and an end of each invocation would cost more than the invocation
            Tracing = Tracing.ACTIVE,
            ReservedConcurrentExecutions = reservedConcurrency,
            CurrentVersionOptions = new VersionOptions { RemovalPolicy = RemovalPolicy.DESTROY }, // nobody calls an old version
        });
    }

    // Other grants are another policy, by their hash: CloudFormation makes it before the function changes, and deletes the one before when
    // it cleans up at the end. So the version that is live during a deployment keeps what it may do; a policy that is changed in place
    // would take it away at once.
    private static void Grant(Role role, IEnumerable<string> names, PolicyStatement[] statements)
    {
        var document = new PolicyDocument(new PolicyDocumentProps { Statements = statements });
        var resolved = JsonSerializer.Serialize(Stack.Of(role).Resolve(document.ToJSON()));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [resolved, .. names])));
        role.AttachInlinePolicy(new Policy(role, $"Grants{Convert.ToHexString(hash)[..HashDigits]}", new PolicyProps { Document = document }));
    }
}

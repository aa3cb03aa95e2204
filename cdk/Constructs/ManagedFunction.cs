using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Cdk.Assets;
using Constructs;

namespace Cdk.Constructs;

/// <summary>What one function differs in from the other.</summary>
internal sealed record ManagedFunctionProps
{
    public required string FunctionName { get; init; }

    /// <summary>The name of its assembly, which is its handler.</summary>
    public required string Assembly { get; init; }

    /// <summary>The folder of its project in the checkout.</summary>
    public required string Folder { get; init; }

    public required FunctionCode Code { get; init; }

    public required int MemoryMegabytes { get; init; }

    public required int TimeoutSeconds { get; init; }

    public required int LogRetentionDays { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>What it may do, beside writing its logs and its traces.</summary>
    public required IReadOnlyList<PolicyStatement> Grants { get; init; }

    /// <summary>The names behind those grants: what a reference means changes with them, while its text stays.</summary>
    public required IReadOnlyList<string> GrantedNames { get; init; }

    /// <summary>What has to be there before the function, and is no reference in it.</summary>
    public IReadOnlyList<IDependable> DependsOn { get; init; } = [];

    /// <summary>How many may run at once; null reserves none.</summary>
    public int? ReservedConcurrency { get; init; }
}

/// <summary>A function on Lambda's managed .NET runtime, with a role of its own and a log group.</summary>
internal sealed class ManagedFunction : Construct
{
    /// <summary>The id of a construct that adds nothing to its parts' logical ids.</summary>
    public const string Unnamed = "Default";

    private const int HashDigits = 8;

    public ManagedFunction(Construct scope, string id, ManagedFunctionProps props)
        : base(scope, id)
    {
        var log = new StackLogGroup(this, "Log", new StackLogGroupProps
        {
            LogGroupName = $"/aws/lambda/{props.FunctionName}", RetentionDays = props.LogRetentionDays,
        });
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        Grant(role, props.GrantedNames, [.. props.Grants, Allow.To(["logs:CreateLogStream", "logs:PutLogEvents"], log.LogGroupArn)]);
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = props.FunctionName,
            Runtime = new Runtime("dotnet10", RuntimeFamily.DOTNET_CORE),
            Architecture = props.Code.Architecture,
            Handler = props.Assembly,
            Code = props.Code.Of(this, props.Folder, props.Assembly),
            MemorySize = props.MemoryMegabytes,
            Timeout = Duration.Seconds(props.TimeoutSeconds),
            Environment = new SortedDictionary<string, string>(
                props.Variables.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Role = role,
            LogGroup = log,
            LoggingFormat = LoggingFormat.JSON,
            ApplicationLogLevelV2 = ApplicationLogLevel.INFO,
            SystemLogLevelV2 = SystemLogLevel.WARN, // a start and an end of each invocation would cost more than the invocation
            Tracing = Tracing.ACTIVE,
            ReservedConcurrentExecutions = props.ReservedConcurrency,
            CurrentVersionOptions = new VersionOptions { RemovalPolicy = RemovalPolicy.DESTROY }, // nobody calls an old version
        });
        Function.Node.AddDependency([.. props.DependsOn]);
    }

    public Function Function { get; }

    // Other grants are another policy, by their hash: CloudFormation makes it before the function changes, and deletes the one before when
    // it cleans up at the end. So the version that is live during a deployment keeps what it may do; a policy that is changed in place
    // would take it away at once.
    private static void Grant(Role role, IEnumerable<string> names, PolicyStatement[] statements)
    {
        var document = new PolicyDocument(new PolicyDocumentProps { Statements = statements });
        var resolved = JsonSerializer.Serialize(Stack.Of(role).Resolve(document.ToJSON()));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [resolved, .. names])));
        var id = $"Grants{Convert.ToHexString(hash)[..HashDigits]}";
        role.AttachInlinePolicy(new Policy(role, id, new PolicyProps { Document = document }));
    }
}

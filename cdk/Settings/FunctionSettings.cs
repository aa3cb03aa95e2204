namespace Cdk.Settings;

/// <summary>How the functions are published.</summary>
internal sealed record FunctionSettings(string Kind, string AwsPackages, string Architecture)
{
    /// <summary>Kinds of code.</summary>
    public const string Native = "native", Managed = "managed";

    /// <summary>Whose Lambda and Firehose packages; auto takes the official ones where the registry has them.</summary>
    public const string Auto = "auto", Official = "official", StandIn = "standin";

    /// <summary>Architectures.</summary>
    public const string X64 = "x86_64", Arm64 = "arm64";

    public static FunctionSettings Read(ContextReader context) => new(
        context.OneOf("functions", Native, Managed),
        context.OneOf("awsPackages", Auto, Official, StandIn),
        context.OneOf("architecture", X64, Arm64));
}

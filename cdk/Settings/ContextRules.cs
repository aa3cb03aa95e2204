using System.Text.RegularExpressions;

namespace Cdk.Settings;

/// <summary>What texts of the context may be.</summary>
internal static partial class ContextRules
{
    public static bool IsSkillId(string value) => SkillId().IsMatch(value);

    public static bool IsEmail(string value) => Email().IsMatch(value);

    public static bool IsQuickSightUser(string value) => QuickSightUser().IsMatch(value);

    public static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    public static bool IsSecretName(string value) => SecretName().IsMatch(value);

    public static bool IsSecretVersion(string value) => SecretVersion().IsMatch(value);

    public static bool IsStage(string value) => StageName().IsMatch(value);

    public static bool IsTableName(string value) => TableName().IsMatch(value);

    public static bool IsStreamName(string value) => StreamName().IsMatch(value);

    public static bool IsSqlName(string value) => SqlName().IsMatch(value);

    public static bool IsVersion(string value) => Version().IsMatch(value);

    [GeneratedRegex(@"\Aamzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex SkillId();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:quicksight:[a-z0-9-]+:[0-9]{12}:user/[^\s/]+/\S+\z")]
    private static partial Regex QuickSightUser();

    [GeneratedRegex(@"\A[A-Za-z0-9/_+=.@-]{1,512}\z")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\A[A-Za-z0-9-]{32,64}\z")]
    private static partial Regex SecretVersion();

    [GeneratedRegex(@"\A[a-z][a-z0-9]{0,15}\z")]
    private static partial Regex StageName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,200}\z")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{1,47}\z")]
    private static partial Regex StreamName();

    [GeneratedRegex(@"\A[a-z_][a-z0-9_]{0,99}\z")]
    private static partial Regex SqlName();

    [GeneratedRegex(@"\A[!-~]{1,32}\z")]
    private static partial Regex Version();
}

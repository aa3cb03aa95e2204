namespace LocalAws;

/// <summary>The account that everything runs in; the services take any credentials.</summary>
public static class LocalAccount
{
    /// <summary>The region.</summary>
    public const string Region = "us-east-1";

    /// <summary>The account's number.</summary>
    public const string Id = "000000000000";

    /// <summary>The access key, and its secret, that functions get.</summary>
    public const string AccessKey = "local";

    internal static string StreamArn(string table) => $"arn:aws:dynamodb:{Region}:{Id}:table/{table}/stream/2020-01-01T00:00:00.000";
}

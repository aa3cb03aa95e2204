namespace LocalEmulator.Services;

/// <summary>The account that the emulated services are in.</summary>
internal static class LocalAws
{
    /// <summary>The region.</summary>
    public const string Region = "us-east-1";

    /// <summary>The account's number.</summary>
    public const string Account = "000000000000";

    /// <summary>The access key and its secret: s3rver knows this one, the others take any.</summary>
    public const string AccessKey = "S3RVER";

    /// <summary>The Amazon resource name of a table's stream.</summary>
    /// <param name="table">The table's name.</param>
    /// <returns>The name.</returns>
    public static string StreamArn(string table) => $"arn:aws:dynamodb:{Region}:{Account}:table/{table}/stream/2020-01-01T00:00:00.000";
}

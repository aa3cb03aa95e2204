namespace LocalEmulator.Commands;

/// <summary>A bucket and what keys in it begin with.</summary>
internal sealed record S3Address(string Bucket, string Prefix)
{
    public const string Scheme = "s3://";

    /// <summary>Reads an address such as <c>s3://BUCKET/aws/lambda/</c>.</summary>
    /// <exception cref="EmulatorException">The text is none, or names no folder or key: a redrive of a whole bucket is none.</exception>
    public static S3Address Parse(string text)
    {
        var parts = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..].Split('/', 2) : [];
        return parts is [{ Length: > 0 } bucket, { Length: > 0 } prefix]
            ? new S3Address(bucket, prefix)
            : throw new EmulatorException($"{text} is no address in S3; with --aws it has to be one such as s3://BUCKET/aws/lambda/.");
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}";
}

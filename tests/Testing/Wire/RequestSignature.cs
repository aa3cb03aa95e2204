using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LocalAws;

namespace Testing.Wire;

/// <summary>The signature of a call: AWS Signature Version 4 in the header Authorization.</summary>
/// <param name="Scope">Date, region, service and the word that ends it.</param>
/// <param name="SignedHeaders">The names of the headers that it covers.</param>
/// <param name="Value">The signature in hexadecimal digits.</param>
internal sealed partial record RequestSignature(string[] Scope, string[] SignedHeaders, string Value)
{
    public string Service => Scope[2];

    public static RequestSignature? Read(ReceivedRequest request)
    {
        var header = Authorization().Match(request.Headers.GetValueOrDefault("Authorization") ?? "");
        return header.Success
            ? new RequestSignature(header.Groups[1].Value.Split('/'), header.Groups[2].Value.Split(';'), header.Groups[3].Value)
            : null;
    }

    /// <summary>Tells why the service would not take the signature.</summary>
    public IEnumerable<string> Faults(ReceivedRequest request)
    {
        var unsigned = request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .Where(name => name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal)).Except(SignedHeaders).ToArray();
        if (unsigned.Length > 0)
        {
            yield return $"the signature leaves out {string.Join(", ", unsigned)}";
        }

        var hash = Hash(request.Body);
        var told = request.Headers.GetValueOrDefault("X-Amz-Content-SHA256");
        if (told is null ? Service == "s3" : told != hash)
        {
            yield return $"X-Amz-Content-SHA256 is '{told}', not '{hash}'";
        }

        var time = request.Headers.GetValueOrDefault("X-Amz-Date") ?? "";
        if (Sign(request, time, hash) is var right && right != Value)
        {
            yield return $"the signature is '{Value}', not '{right}'";
        }
    }

    private string Sign(ReceivedRequest request, string time, string hash)
    {
        var path = string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));
        var query = request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : $"{pair}=").Order(StringComparer.Ordinal);
        var headers = SignedHeaders.Select(name => $"{name}:{request.Headers.GetValueOrDefault(name)?.Trim()}\n");
        var canonical = $"{request.Method}\n{path}\n{string.Join('&', query)}\n{string.Concat(headers)}\n{string.Join(';', SignedHeaders)}\n{hash}";
        var text = $"AWS4-HMAC-SHA256\n{time}\n{string.Join('/', Scope)}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        return Convert.ToHexStringLower(Scope.Append(text).Aggregate(Encoding.UTF8.GetBytes($"AWS4{LocalAccount.AccessKey}"), Hmac));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=[^/, ]+/([0-9]{8}/[a-z0-9-]+/[a-z0-9-]+/aws4_request)"
        + ", ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$")]
    private static partial Regex Authorization();
}

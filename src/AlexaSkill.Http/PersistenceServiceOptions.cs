namespace AlexaSkill.Http;

/// <summary>How to reach a persistence service.</summary>
/// <param name="Address">The service's address, http or https; <c>/v1</c> and <c>/persistence</c> are appended where they lack.</param>
/// <param name="Token">The service token, sent as the bearer of each request; the service stores by it.</param>
/// <param name="IsActive">Whether the service is used; when off, reads are empty and writes do nothing.</param>
/// <param name="Timeout">The longest that one request may take, more than zero; null for 2 seconds.</param>
/// <param name="MaxEntryBytes">
/// The most that one entry, all data of one token, may take as JSON, in bytes; more is not written. Each use of an entry moves all of it.
/// </param>
/// <param name="OnNearlyFull">Is told an entry's bytes before each write of more than three quarters of that; null for nobody.</param>
public sealed record PersistenceServiceOptions(
    Uri Address,
    string Token,
    bool IsActive = true,
    TimeSpan? Timeout = null,
    int MaxEntryBytes = PersistenceServiceOptions.DefaultMaxEntryBytes,
    Action<int>? OnNearlyFull = null)
{
    /// <summary>8 MiB, some 40,000 users of 200 bytes.</summary>
    public const int DefaultMaxEntryBytes = 8 * 1024 * 1024;

    /// <summary>Completes the address.</summary>
    /// <returns>The service's address with version and name.</returns>
    /// <exception cref="FormatException">The address is not an absolute http or https address.</exception>
    public Uri ToServiceAddress()
    {
        if (!Address.IsAbsoluteUri || (Address.Scheme != Uri.UriSchemeHttp && Address.Scheme != Uri.UriSchemeHttps))
        {
            throw new FormatException(
                $"The persistence service's address is '{Address.OriginalString}'; it has to begin with http:// or https://.");
        }

        var path = Address.AbsolutePath.TrimEnd('/');
        path += Has(path, "v1") || Has(path, "v2") ? "" : "/v1";
        path += Has(path, "persistence") ? "" : "/persistence";
        return new UriBuilder(Address) { Path = path, Query = "", Fragment = "" }.Uri;
    }

    /// <summary>Describes the options without the token, which is a secret.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => $"{nameof(PersistenceServiceOptions)} {{ Address = {Address}, IsActive = {IsActive} }}";

    private static bool Has(string path, string segment) => path.Split('/').Contains(segment, StringComparer.OrdinalIgnoreCase);
}

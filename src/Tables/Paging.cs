using System.Runtime.CompilerServices;

namespace Tables;

/// <summary>All pages, one after the other.</summary>
internal static class Paging
{
    /// <summary>Lists the items of all pages; a page is asked for when its first item is.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> getPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await getPage(token, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}

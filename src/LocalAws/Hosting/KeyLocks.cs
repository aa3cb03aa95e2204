namespace LocalAws.Hosting;

/// <summary>Locks by key: writers of one key follow each other, writers of different keys seldom wait.</summary>
internal sealed class KeyLocks
{
    private const int Stripes = 4_096;

    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Takes the locks of some keys, always in the same order, so that no two callers wait for each other.</summary>
    public async Task<IDisposable> TakeAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var taken = new Taken();
        try
        {
            foreach (var stripe in keys.Select(Stripe).Distinct().Order())
            {
                await stripes[stripe].WaitAsync(cancellationToken);
                taken.Add(stripes[stripe]);
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static int Stripe(string key) => (int)((uint)string.GetHashCode(key, StringComparison.Ordinal) % Stripes);

    private sealed class Taken : List<SemaphoreSlim>, IDisposable
    {
        public void Dispose() => ForEach(stripe => stripe.Release());
    }
}

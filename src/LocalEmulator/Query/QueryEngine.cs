using Analytics;
using LocalAthena;

namespace LocalEmulator.Query;

/// <summary>Opens the delivered files of a bucket with the very table and views that Athena gets.</summary>
internal static class QueryEngine
{
    public static async Task<AthenaEngine> StartAsync(string bucketDirectory, CancellationToken cancellationToken)
    {
        var definitions = new List<string>();
        foreach (var file in Views.All.Select(view => Path.Combine("views", view.Name)).Prepend(Names.Table))
        {
            definitions.Add(await File.ReadAllTextAsync(Repository.Find("athena", $"{file}.sql"), cancellationToken));
        }

        return await AthenaEngine.OpenAsync(bucketDirectory, definitions, cancellationToken);
    }
}

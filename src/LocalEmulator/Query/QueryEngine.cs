using Analytics;
using LocalAthena;

namespace LocalEmulator.Query;

/// <summary>Opens the delivered files of a bucket with the very table and views that Athena gets.</summary>
public static class QueryEngine
{
    /// <summary>Opens them.</summary>
    /// <param name="skill">The skill whose hits they hold.</param>
    /// <param name="bucketDirectory">The bucket's folder.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="AthenaException">A view's definition is wrong.</exception>
    public static async Task<AthenaEngine> StartAsync(SkillDefinition skill, string bucketDirectory, CancellationToken cancellationToken)
    {
        var names = skill.Names;
        List<string> definitions = [AthenaTable.Ddl(names.Database, names.Table, skill.Columns, names.LocalBucket)];
        foreach (var view in skill.Views)
        {
            definitions.Add(await File.ReadAllTextAsync(Repository.Find(skill.AthenaFolder, "views", $"{view.Name}.sql"), cancellationToken));
        }

        return await AthenaEngine.OpenAsync(bucketDirectory, definitions, cancellationToken);
    }
}

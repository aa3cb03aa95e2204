using System.IO.Compression;
using System.Text;

namespace LocalAthena.Tests;

/// <summary>A bucket's folder in a temporary place, and a table over its files.</summary>
internal sealed class Bucket : IDisposable
{
    public const string Table = """
        -- Visits.
        CREATE EXTERNAL TABLE IF NOT EXISTS zoo.visits (
          `id` string,
          `n` bigint,
          `small` tinyint,
          `at` timestamp,
          `animal` string,
          `note` string
        )
        PARTITIONED BY (`day` string)
        ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
        WITH SERDEPROPERTIES ('field.delim' = ',', 'escape.delim' = '\\', 'serialization.null.format' = '')
        LOCATION 's3://zoo-bucket/'
        TBLPROPERTIES (
          'projection.enabled' = 'true',
          'projection.day.type' = 'date',
          'projection.day.format' = 'yyyy/MM/dd',
          'storage.location.template' = 's3://zoo-bucket/visits-${day}/'
        );
        """;

    public const string View = "CREATE OR REPLACE VIEW zoo.animals AS SELECT animal, count(*) AS visits FROM zoo.visits GROUP BY animal;";

    private readonly TemporaryFolder folder = new("athena-[bucket]-");

    public string Path => folder.Path;

    public Task<AthenaEngine> OpenAsync() => AthenaEngine.OpenAsync(Path, [Table, View], TestContext.Current.CancellationToken);

    public void Deliver(string text, string hour = "2026/11/21/00")
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        Put($"visits-{hour}/{Guid.NewGuid():N}.csv.gz", bytes.ToArray());
    }

    public void Put(string key, byte[] bytes)
    {
        var path = folder.Find(key.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => folder.Dispose();
}
